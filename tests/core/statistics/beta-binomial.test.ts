import betaln from '@stdlib/math-base-special-betaln';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomNumbers, simulateArticles } from '../../../bench/simulated-votes.ts';
import { type Beta, FEWEST_ARTICLES, fitBeta, USUAL } from '../../../src/core/statistics/beta-binomial.ts';
import type { Votes } from '../../../src/core/statistics/votes.ts';

function logLikelihood(votes: readonly Votes[], { a, b }: Beta): number {
  return votes.reduce(
    (sum, { helpful, unhelpful }) => sum + betaln(a + helpful, b + unhelpful) - betaln(a, b),
    0,
  );
}

const voted = fc
  .record({ helpful: fc.nat(60), unhelpful: fc.nat(60) })
  .filter(({ helpful, unhelpful }) => helpful + unhelpful > 0);

describe('the fit of a Beta distribution', () => {
  test("is the known one for the sexes in Geissler's 6,115 families with 12 children", () => {
    const families = [3, 24, 104, 286, 670, 1033, 1343, 1112, 829, 478, 181, 45, 7];
    const votes = families.flatMap((count, boys) =>
      Array.from({ length: count }, () => ({ helpful: boys, unhelpful: 12 - boys })),
    );
    const fit = fitBeta(votes);
    expect(fit.a).toBeCloseTo(34.1, 1);
    expect(fit.b).toBeCloseTo(31.6, 1);
    const ways = [1, 12, 66, 220, 495, 792, 924, 792, 495, 220, 66, 12, 1];
    const constant = families.reduce((sum, count, boys) => sum + count * Math.log(ways[boys] ?? 1), 0);
    expect((logLikelihood(votes, fit) + constant).toFixed(1)).toBe('-12492.9');
  });

  test('finds the distribution from which the articles came', () => {
    const { a, b } = fitBeta(simulateArticles(5000, { a: 8, b: 2.5 }, randomNumbers(3)));
    expect(a / (a + b)).toBeCloseTo(8 / 10.5, 2);
    expect(a + b).toBeGreaterThan(9);
    expect(a + b).toBeLessThan(12);
  });

  test('leaves no better distribution nearby, within its bounds', () => {
    fc.assert(
      fc.property(fc.array(voted, { minLength: FEWEST_ARTICLES, maxLength: 60 }), (votes) => {
        const { a, b } = fitBeta(votes);
        const best = logLikelihood(votes, { a, b });
        for (const [x, y] of [
          [1.02, 1],
          [0.98, 1],
          [1, 1.02],
          [1, 0.98],
          [1.02, 1.02],
          [0.98, 0.98],
        ] as const) {
          const near = { a: Math.min(1000, Math.max(0.05, a * x)), b: Math.min(1000, Math.max(0.05, b * y)) };
          expect(logLikelihood(votes, near)).toBeLessThanOrEqual(best + 1e-6);
        }
      }),
    );
  });

  test.each([
    ['b', { helpful: 15, unhelpful: 85 }],
    ['a', { helpful: 85, unhelpful: 15 }],
  ] as const)('still fits the other parameter where %s reaches its bound', (stuck, one) => {
    const votes = Array.from({ length: 30 }, () => one);
    const fit = fitBeta(votes);
    expect(fit[stuck]).toBe(1000);
    const free = stuck === 'a' ? 'b' : 'a';
    for (const factor of [0.998, 1.002]) {
      const near = { ...fit, [free]: fit[free] * factor };
      expect(logLikelihood(votes, near)).toBeLessThan(logLikelihood(votes, fit));
    }
  });

  test('is the usual one where fewer than 20 articles have votes, however many there are', () => {
    const votes = Array.from({ length: 19 }, () => ({ helpful: 1, unhelpful: 9 }));
    const silent = Array.from({ length: 100 }, () => ({ helpful: 0, unhelpful: 0 }));
    expect(fitBeta([...votes, ...silent])).toEqual(USUAL);
    expect(fitBeta([...votes, ...silent, { helpful: 1, unhelpful: 9 }])).not.toEqual(USUAL);
  });

  test.each([
    ['only yes', { helpful: 1, unhelpful: 0 }],
    ['only no', { helpful: 0, unhelpful: 3 }],
    ['all alike', { helpful: 80, unhelpful: 20 }],
    ['very many', { helpful: 30_000, unhelpful: 10_000 }],
  ])('stays within bounds where the votes are %s', (_, one) => {
    const { a, b } = fitBeta(Array.from({ length: 25 }, () => one));
    for (const parameter of [a, b]) {
      expect(parameter).toBeGreaterThanOrEqual(0.05);
      expect(parameter).toBeLessThanOrEqual(1000);
    }
  });

  test('takes the mean from the votes and the strength from the usual where each article has one vote', () => {
    const { a, b } = fitBeta(
      Array.from({ length: 40 }, (_, index) => ({ helpful: index % 2, unhelpful: 1 - (index % 2) })),
    );
    expect(a / (a + b)).toBeCloseTo(0.5, 6);
    expect(a + b).toBeGreaterThan(5);
    expect(a + b).toBeLessThan(20);
  });
});
