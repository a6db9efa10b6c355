import { describe, expect, test } from 'vitest';
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
    const [finding, ...others] = work({ articles: [article], feedback });
    expect(others).toEqual([]);
    expect(finding).toEqual({
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
});
