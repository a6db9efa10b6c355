import { describe, expect, test } from 'vitest';
import type { RevisionFeedback, VoteDay } from '../../../src/core/audit-feedback/audit-feedback.ts';
import { addDuration } from '../../../src/core/calendar.ts';
import { findWork } from '../../../src/core/rules/index.ts';
import { SOURCES } from '../../../src/core/rules/rule.ts';
import type { ArticleSeries } from '../../../src/core/series/vote-series.ts';
import { siteSchema } from '../../../src/core/site.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { given, named, SITE, work } from './work.ts';

const article = anArticle({ frontmatter: { owner: 'billing-team' } });
const earlier = { ...article, revision: 'eeeeeeeeeeee' };
const commit = { hash: '0123456789abcdef', day: '2026-05-04', subject: 'Shorten the steps' };

type Counts = Partial<RevisionFeedback>;

/** The votes on an article before its last change of substance and after it. */
function edited(before: Counts, after: Counts, committed = true): ReadonlyMap<string, ArticleSeries> {
  const [old, young] = [feedbackOn(earlier, before), feedbackOn(article, after)];
  const change = { revision: article.revision, edit: 'substance', ...(committed && { commit }) } as const;
  return new Map([
    [
      article.path,
      {
        current: { versions: [{ revision: 'cccccccccccc', edit: 'spelling' }, change], feedback: young },
        before: { versions: [{ revision: earlier.revision }], feedback: old },
      },
    ],
  ]);
}

describe('got-worse', () => {
  const comment = {
    article: article.id,
    locale: article.locale,
    revision: article.revision,
    helpful: false,
    comment: 'Where has the deadline gone?',
  };

  test('compares the votes before the edit with those since, and says how to look at it', () => {
    const series = edited({ helpful: 80, unhelpful: 20 }, { helpful: 28, unhelpful: 22, views: 1000 });
    const comments = [
      { ...comment, id: '22222222-0000-4000-8000-000000000000', received: new Date('2026-07-02T10:00:00Z') },
      {
        ...comment,
        id: '33333333-0000-4000-8000-000000000000',
        received: new Date('2026-07-01T10:00:00Z'),
        helpful: true,
      },
      {
        ...comment,
        id: '44444444-0000-4000-8000-000000000000',
        received: new Date('2026-03-01T10:00:00Z'),
        revision: earlier.revision,
      },
    ];
    const feedback = { ...aSummary(), comments };
    expect(work({ articles: [article], feedback, series })).toEqual([
      {
        rule: 'got-worse',
        severity: 'warning',
        article: 'billing/refund',
        locale: 'en',
        file: 'en/billing/refund.md',
        line: 2,
        owner: 'billing-team',
        message:
          'Before the edit of 2026-05-04 ("Shorten the steps") it helped 80 of 100 readers who voted: 80 %. ' +
          'Since then 28 of 50: 56 %. That is 24 points less (probably 11 to 37).',
        hint: 'See what it changed with `git show 0123456789`, and bring back what helped.',
        impact: expect.closeTo(240, 6),
        since: '2026-05-04',
        figure: { value: 0.56, low: expect.closeTo(0.4231, 4), high: expect.closeTo(0.6884, 4), of: 50 },
        comments: [
          {
            id: '22222222-0000-4000-8000-000000000000',
            day: '2026-07-02',
            text: 'Where has the deadline gone?',
          },
        ],
      },
    ]);
  });

  test('knows of an edit that is not committed yet', () => {
    const series = edited({ helpful: 80, unhelpful: 20 }, { helpful: 28, unhelpful: 22 }, false);
    const [finding] = work({ articles: [article], series });
    expect(finding?.message).toMatch(/^Before the edit that is not committed yet it helped 80 of 100/);
    expect(finding?.hint).toBe('See what it changed, and bring back what helped.');
  });

  test.each([
    ['the edit helped', { helpful: 50, unhelpful: 50 }, { helpful: 40, unhelpful: 10 }],
    ['nothing changed', { helpful: 80, unhelpful: 20 }, { helpful: 40, unhelpful: 10 }],
    ['there are too few votes', { helpful: 80, unhelpful: 20 }, { helpful: 10, unhelpful: 9 }],
    ['nobody voted before', {}, { helpful: 28, unhelpful: 12 }],
    ['nobody has voted since', { helpful: 80, unhelpful: 20 }, {}],
  ])('is silent where %s', (_, before, after) => {
    expect(work({ articles: [article], series: edited(before, after) })).toEqual([]);
  });

  test('is as sure as the site wants, and needs a history', () => {
    const series = edited({ helpful: 80, unhelpful: 20 }, { helpful: 33, unhelpful: 17 });
    expect(named(work({ articles: [article], series }))).toEqual(['got-worse en/billing/refund.md']);
    const site = siteSchema.parse({ ...SITE, limits: { changeConfidence: 0.95 } });
    expect(work({ articles: [article], series, content: { site } })).toEqual([]);
    const without = { ...given({ articles: [article], series }), missing: new Set(SOURCES) };
    expect(findWork(without).findings).toEqual([]);
  });
});

describe('fell', () => {
  /** So many days with so many votes each, from a day on. */
  const days = (from: string, count: number, helpful: number, unhelpful: number): VoteDay[] =>
    Array.from({ length: count }, (_, number) => ({
      day: addDuration(from, `${number} days`),
      helpful,
      unhelpful,
    }));

  test('says since when, and what it was before and is since', () => {
    const votes = [...days('2026-04-14', 20, 4, 1), ...days('2026-05-04', 10, 3, 3)];
    const feedback = aSummary(feedbackOn(article, { helpful: 110, unhelpful: 50, days: votes, views: 1000 }));
    const quoted = {
      article: article.id,
      locale: article.locale,
      revision: article.revision,
      helpful: false,
      comment: 'That button is not there.',
    };
    feedback.comments = [
      { ...quoted, id: '22222222-0000-4000-8000-000000000000', received: new Date('2026-05-05T10:00:00Z') },
      { ...quoted, id: '33333333-0000-4000-8000-000000000000', received: new Date('2026-04-20T10:00:00Z') },
    ];
    expect(work({ articles: [article], feedback })).toEqual([
      {
        rule: 'fell',
        severity: 'warning',
        article: 'billing/refund',
        locale: 'en',
        file: 'en/billing/refund.md',
        line: 2,
        owner: 'billing-team',
        message:
          'Until 2026-05-04 it helped 80 of 100 readers who voted: 80 %. Since then, with no change to what it says, ' +
          '30 of 60 readers who voted: 50 % (probably 38 to 62 % of all readers).',
        hint: 'See what has changed around it since about 2026-05-04, and bring it up to date.',
        impact: expect.closeTo(300, 6),
        since: '2026-05-04',
        figure: { value: 0.5, low: expect.closeTo(0.3774, 4), high: expect.closeTo(0.6226, 4), of: 60 },
        comments: [
          {
            id: '22222222-0000-4000-8000-000000000000',
            day: '2026-05-05',
            text: 'That button is not there.',
          },
        ],
      },
    ]);
    const site = siteSchema.parse({ ...SITE, limits: { fall: 0.5 } });
    expect(work({ articles: [article], feedback, content: { site } })).toEqual([]);
  });

  test('is silent while the share stays, and where the day of the votes is not known', () => {
    const steady = feedbackOn(article, { helpful: 80, unhelpful: 20, days: days('2026-04-14', 20, 4, 1) });
    expect(work({ articles: [article], feedback: aSummary(steady) })).toEqual([]);
    const undated = feedbackOn(article, { helpful: 110, unhelpful: 50 });
    expect(work({ articles: [article], feedback: aSummary(undated) })).toEqual([]);
  });
});
