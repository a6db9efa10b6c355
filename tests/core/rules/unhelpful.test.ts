import { describe, expect, test } from 'vitest';
import type { AuditFeedback } from '../../../src/core/audit-feedback/audit-feedback.ts';
import { addDuration } from '../../../src/core/calendar.ts';
import { siteSchema } from '../../../src/core/site.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { named, SITE, work } from './work.ts';

describe('unhelpful', () => {
  const article = anArticle({ frontmatter: { owner: 'billing-team' } });

  test('gives the figures, the range and the most common reason in plain words', () => {
    const feedback = aSummary(
      feedbackOn(article, {
        helpful: 12,
        unhelpful: 28,
        reasons: { other: 2, outdated: 9, unclear: 3 },
        views: 900,
        firstVote: new Date('2026-05-04T10:00:00Z'),
        lastVote: new Date('2026-07-30T10:00:00Z'),
      }),
    );
    const found = work({ articles: [article], feedback });
    expect(named(found)).toEqual(['unhelpful en/billing/refund.md', 'reason en/billing/refund.md']);
    expect(found[0]).toEqual({
      rule: 'unhelpful',
      severity: 'error',
      article: 'billing/refund',
      locale: 'en',
      file: 'en/billing/refund.md',
      line: 2,
      owner: 'billing-team',
      message:
        'It helped 12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers), where 60 % are wanted. ' +
        'Most common reason: out of date (9 of 14).',
      hint: 'Compare it with the product as it is today, and correct what has changed.',
      impact: expect.closeTo(900, -1),
      since: '2026-05-04',
      figure: { value: 0.3, low: expect.closeTo(0.1807, 4), high: expect.closeTo(0.4543, 4), of: 40 },
      proven: true,
    });
  });

  test('names no reason where readers gave none', () => {
    const feedback = aSummary(feedbackOn(article, { unhelpful: 20 }));
    expect(work({ articles: [article], feedback })[0]).toMatchObject({
      message:
        'It helped 0 of 20 readers who voted: 0 % (probably 0 to 16 % of all readers), where 60 % are wanted.',
      hint: 'Read it as a customer would, and see what is missing.',
    });
  });

  test.each([
    ['nobody voted', 0, 0, undefined],
    ['one reader was not helped', 0, 1, undefined],
    ['three were not', 0, 3, undefined],
    ['most were helped', 30, 10, undefined],
    ['exactly as many as wanted were helped', 60, 40, undefined],
    ['the votes make it likely', 20, 27, 'warning'],
    ['the votes prove it', 20, 40, 'error'],
    ['few votes prove it already', 0, 6, 'error'],
  ])('where %s (%i yes, %i no)', (_, helpful, unhelpful, severity) => {
    const feedback = aSummary(feedbackOn(article, { helpful, unhelpful }));
    expect(work({ articles: [article], feedback }).map((one) => one.severity)).toEqual(
      severity ? [severity] : [],
    );
  });

  test('weighs its readers with the probability that it helps too few of them', () => {
    const feedback = aSummary(feedbackOn(article, { helpful: 20, unhelpful: 27, views: 1000 }));
    // The Beta(28, 29.5) density below 0.6, summed by hand.
    let below = 0;
    let all = 0;
    for (let share = 0.00005; share < 1; share += 0.0001) {
      const density = share ** 27 * (1 - share) ** 28.5;
      all += density;
      if (share < 0.6) below += density;
    }
    expect(work({ articles: [article], feedback })).toMatchObject([
      { impact: expect.closeTo((1000 * below) / all, 0) },
    ]);
  });

  test('counts the votes on the present words in this language only', () => {
    const bad = { helpful: 2, unhelpful: 38 };
    const german = anArticle({ locale: 'de' });
    const feedback = aSummary(
      feedbackOn(article, { helpful: 5, unhelpful: 1 }),
      feedbackOn({ ...article, revision: 'eeeeeeeeeeee' }, bad),
      feedbackOn(german, bad),
      feedbackOn(anArticle({ id: 'billing/gone' }), bad),
    );
    expect(named(work({ articles: [article, german], feedback }))).toEqual([
      'unhelpful de/billing/refund.md',
    ]);
  });

  test('goes by the share that the site wants', () => {
    const site = siteSchema.parse({ ...SITE, limits: { helpfulShare: 0.2 } });
    const feedback = aSummary(feedbackOn(article, { helpful: 12, unhelpful: 28 }));
    expect(work({ articles: [article], feedback, content: { site } })).toEqual([]);
    expect(work({ articles: [article], feedback })).toHaveLength(1);
  });

  test('quotes those who were not helped, the newest first, at most five', () => {
    const feedback = aSummary(feedbackOn(article, { helpful: 12, unhelpful: 28 }));
    feedback.comments = Array.from({ length: 8 }, (_, number) => ({
      id: `${8 - number}0000000-0000-4000-8000-000000000000`,
      article: article.id,
      locale: article.locale,
      revision: article.revision,
      received: new Date(`2026-07-0${8 - number}T10:00:00Z`),
      // The fifth of July was content.
      helpful: number === 3,
      comment: `Of ${8 - number} July.`,
    }));
    expect(work({ articles: [article], feedback })[0]?.comments).toEqual(
      [8, 7, 6, 4, 3].map((day) => ({
        id: `${day}0000000-0000-4000-8000-000000000000`,
        day: `2026-07-0${day}`,
        text: `Of ${day} July.`,
      })),
    );
  });

  test('makes less of votes that repeat each other on one day, and says so', () => {
    const days = (...counts: [helpful: number, unhelpful: number][]) => ({
      helpful: counts.reduce((sum, [helpful]) => sum + helpful, 0),
      unhelpful: counts.reduce((sum, [, unhelpful]) => sum + unhelpful, 0),
      days: counts.map(([helpful, unhelpful], number) => ({
        day: addDuration('2026-05-04', `${number} days`),
        helpful,
        unhelpful,
      })),
    });
    const burst = feedbackOn(
      article,
      days([0, 10], [0, 10], ...Array.from({ length: 8 }, (): [number, number] => [1, 0])),
    );
    const found = (feedback: AuditFeedback) =>
      work({ articles: [article], feedback }).map(({ rule, severity }) => `${rule} ${severity}`);
    expect(found(aSummary(burst))).toEqual([]);
    expect(found(aSummary({ ...burst, days: [] }))).toEqual(['unhelpful error']);
    const large = feedbackOn(
      article,
      days(...Array.from({ length: 12 }, (): [number, number] => [0, 8]), [6, 0]),
    );
    expect(work({ articles: [article], feedback: aSummary(large) })[0]?.message).toBe(
      'It helped 6 of 102 readers who voted: 6 % (probably 3 to 12 % of all readers), where 60 % are wanted. ' +
        'They count as 14 here: on this site, votes of the same day repeat each other.',
    );
  });
});
