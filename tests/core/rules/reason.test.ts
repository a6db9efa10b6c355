import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import type { AuditFeedback } from '../../../src/core/audit-feedback/audit-feedback.ts';
import type { Reason } from '../../../src/core/feedback.ts';
import { siteSchema } from '../../../src/core/site.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { named, SITE, work } from './work.ts';

const article = anArticle({ frontmatter: { owner: 'billing-team' } });

/** So many of so many voters gave the reason. */
const said = (reason: Reason, count: number, of: number) =>
  aSummary(feedbackOn(article, { helpful: of - count, unhelpful: count, reasons: { [reason]: count } }));

const reasons = (articles: Article[], feedback: AuditFeedback) =>
  work({ articles, feedback }).filter(({ rule }) => rule === 'reason');

describe('reason', () => {
  test('says how many readers gave it, what to do, and quotes those who did', () => {
    const feedback = aSummary(
      feedbackOn(article, {
        helpful: 31,
        unhelpful: 9,
        reasons: { outdated: 9 },
        views: 1000,
        firstVote: new Date('2026-05-04T10:00:00Z'),
      }),
    );
    const comment = { article: article.id, locale: 'en', revision: article.revision, helpful: false };
    feedback.comments = [
      {
        ...comment,
        id: '22222222-0000-4000-8000-000000000000',
        received: new Date('2026-07-02T10:00:00Z'),
        reason: 'outdated',
        comment: 'The menu has moved.',
      },
      {
        ...comment,
        id: '33333333-0000-4000-8000-000000000000',
        received: new Date('2026-07-01T10:00:00Z'),
        comment: 'No.',
      },
    ];
    expect(work({ articles: [article], feedback })).toEqual([
      {
        rule: 'reason',
        severity: 'warning',
        article: 'billing/refund',
        locale: 'en',
        file: 'en/billing/refund.md',
        line: 2,
        owner: 'billing-team',
        message:
          '9 of 40 readers who voted say that it is out of date: 23 % (probably 12 to 38 %), where 10 % are too many.',
        hint: 'Compare it with the product as it is today, and correct what has changed.',
        impact: expect.closeTo(1000 * 0.225 * 0.963, 0),
        since: '2026-05-04',
        figure: { value: 0.225, low: expect.closeTo(0.1232, 4), high: expect.closeTo(0.375, 4), of: 40 },
        comments: [
          { id: '22222222-0000-4000-8000-000000000000', day: '2026-07-02', text: 'The menu has moved.' },
        ],
      },
    ]);
  });

  test.each([
    ['outdated', 'warning', 'out of date'],
    ['wrong', 'warning', 'wrong'],
    ['incomplete', 'hint', 'incomplete'],
    ['unclear', 'hint', 'hard to understand'],
  ] as const)('"%s" is a %s', (reason, severity, meaning) => {
    expect(work({ articles: [article], feedback: said(reason, 9, 40) })).toMatchObject([
      { rule: 'reason', severity, message: expect.stringContaining(`say that it is ${meaning}: 23 %`) },
    ]);
  });

  test.each([
    ['the reason says nothing about the text', said('not-what-i-looked-for', 9, 40)],
    ['readers give another reason', said('other', 9, 40)],
    ['two readers gave it', said('wrong', 2, 4)],
    ['as many gave it as a site must bear', said('wrong', 40, 400)],
    ['a few of many readers gave it', said('wrong', 9, 200)],
    ['nobody voted', said('wrong', 0, 0)],
  ])('is silent where %s', (_, feedback) => {
    expect(reasons([article], feedback)).toEqual([]);
  });

  test('is silent where two readers gave it, even on a site where every other article gets it from all', () => {
    const others = Array.from({ length: 40 }, (_, number) => anArticle({ id: `a/${number}` }));
    const voted = others.map((one, number) =>
      feedbackOn(one, number % 2 ? { helpful: 10 } : { unhelpful: 10, reasons: { wrong: 10 } }),
    );
    const found = (wrong: number) =>
      named(
        reasons(
          [article, ...others],
          aSummary(feedbackOn(article, { unhelpful: wrong, reasons: { wrong } }), ...voted),
        ),
      ).includes('reason en/billing/refund.md');
    expect([found(2), found(3)]).toEqual([false, true]);
  });

  test('may stand beside `unhelpful`, with the readers that the reason stands for', () => {
    const found = work({ articles: [article], feedback: said('wrong', 30, 40) });
    expect(found.map(({ rule, impact }) => `${rule} ${Math.round(impact ?? 0)}`)).toEqual([
      'unhelpful 40',
      'reason 30',
    ]);
  });

  test('goes by the share that the site bears, and by the votes on the other articles', () => {
    const site = siteSchema.parse({ ...SITE, limits: { reasonShare: 0.3 } });
    const feedback = said('wrong', 9, 40);
    expect(work({ articles: [article], feedback, content: { site } })).toEqual([]);
    // Where all articles get the reason from one voter in ten, a few more are chance.
    const others = Array.from({ length: 40 }, (_, number) => anArticle({ id: `a/${number}` }));
    const usual = others.map((one) => feedbackOn(one, { helpful: 36, unhelpful: 4, reasons: { wrong: 4 } }));
    const few = feedbackOn(article, { helpful: 7, unhelpful: 5, reasons: { wrong: 5 } });
    expect(named(reasons([article, ...others], aSummary(few, ...usual)))).toEqual([]);
    expect(named(reasons([article], aSummary(few)))).toEqual(['reason en/billing/refund.md']);
  });
});
