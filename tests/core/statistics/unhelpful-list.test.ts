import betainc from '@stdlib/math-base-special-betainc';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomNumbers, simulateArticles } from '../../../bench/simulated-votes.ts';
import { fitBeta } from '../../../src/core/statistics/beta-binomial.ts';
import { judgeArticles, type ListLimits } from '../../../src/core/statistics/unhelpful-list.ts';
import type { Votes } from '../../../src/core/statistics/votes.ts';

function unhelpfulList<Article extends Votes>(articles: readonly Article[], within: ListLimits) {
  return judgeArticles(articles, within).filter(({ listed }) => listed);
}

const limits = { helpfulShare: 0.6, falseShare: 0.05 };
const site = fc.array(fc.record({ helpful: fc.nat(40), unhelpful: fc.nat(40) }), { maxLength: 60 });

describe('the list of unhelpful articles', () => {
  test('rests on an incomplete beta function that agrees with the exact binomial interval of 7 in 50', () => {
    expect(betainc(0.0581917, 7, 44)).toBeCloseTo(0.025, 6);
    expect(betainc(0.267396, 8, 43)).toBeCloseTo(0.975, 6);
  });

  test('on simulated sites is wrong about as often as it says and finds most of the bad articles', () => {
    const random = randomNumbers(7);
    const sites = Array.from({ length: 6 }, () => simulateArticles(5000, { a: 8, b: 2.5 }, random));
    const listed = sites.flatMap((articles) => unhelpfulList(articles, limits).map(({ article }) => article));
    const falseShare = listed.filter(({ truth }) => truth >= 0.6).length / listed.length;
    expect(falseShare).toBeGreaterThan(0.025);
    expect(falseShare).toBeLessThan(0.075);
    const isBad = (one: { truth: number; helpful: number; unhelpful: number }) =>
      one.truth < 0.45 && one.helpful + one.unhelpful >= 30;
    const found = listed.filter(isBad).length / sites.flat().filter(isBad).length;
    // 83 % on the whole; there are but some fifty such articles in these sites.
    expect(found).toBeGreaterThan(0.65);
  });

  test('gives each article the chance that its Beta posterior lies above the limit', () => {
    const articles = [
      { helpful: 1, unhelpful: 30 },
      ...Array.from({ length: 10 }, () => ({ helpful: 9, unhelpful: 1 })),
    ];
    const [first, ...others] = unhelpfulList(articles, limits);
    expect(others).toEqual([]);
    expect(first?.article).toBe(articles[0]);
    // The average of the Beta(9, 32.5) density above 0.6, summed by hand.
    let above = 0;
    let all = 0;
    for (let share = 0.00005; share < 1; share += 0.0001) {
      const density = share ** 8 * (1 - share) ** 31.5;
      all += density;
      if (share > 0.6) above += density;
    }
    expect((first?.chanceFine ?? 0) / (above / all)).toBeCloseTo(1, 3);
  });

  test('lists nobody for a single vote against, nor where nobody voted', () => {
    expect(unhelpfulList([{ helpful: 0, unhelpful: 1 }], limits)).toEqual([]);
    expect(unhelpfulList([{ helpful: 0, unhelpful: 0 }], limits)).toEqual([]);
    expect(unhelpfulList([], limits)).toEqual([]);
  });

  test('is the longest one whose expected false share is within the limit', () => {
    fc.assert(
      fc.property(site, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (articles, falseShare) => {
        const listed = unhelpfulList(articles, { helpfulShare: 0.6, falseShare });
        const { a, b } = fitBeta(articles);
        const chances = articles
          .filter(({ helpful, unhelpful }) => helpful + unhelpful > 0)
          .map(({ helpful, unhelpful }) => 1 - betainc(0.6, a + helpful, b + unhelpful))
          .sort((one, other) => one - other);
        const mean = (count: number) => chances.slice(0, count).reduce((sum, one) => sum + one, 0) / count;
        if (listed.length > 0) expect(mean(listed.length)).toBeLessThanOrEqual(falseShare + 1e-9);
        if (listed.length < chances.length)
          expect(mean(listed.length + 1)).toBeGreaterThan(falseShare - 1e-9);
      }),
    );
  });

  test('keeps an article that it lists when readers vote against it once more, all else being equal', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ helpful: fc.nat(40), unhelpful: fc.nat(40) }), { maxLength: 15 }),
        (few) => {
          for (const { article } of unhelpfulList(few, limits)) {
            const worse = { helpful: article.helpful, unhelpful: article.unhelpful + 1 };
            const again = unhelpfulList(
              few.map((one) => (one === article ? worse : one)),
              limits,
            );
            expect(again.map((one) => one.article)).toContain(worse);
          }
        },
      ),
    );
  });
});
