import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  netPromoterScore,
  recommendationGroup,
  scoreDifferenceInterval,
  scoreError,
  scoreInterval,
} from '../../../src/core/statistics/net-promoter-score.ts';
import { standardErrors } from '../../../src/core/statistics/standard-normal.ts';

const answers = fc
  .record({ promoters: fc.nat(5000), passives: fc.nat(5000), detractors: fc.nat(5000) })
  .filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0);

describe('the Net Promoter Score', () => {
  const hundred = { promoters: 50, passives: 30, detractors: 20 };

  test('of 50 promoters, 30 passives and 20 detractors is 30, Wald 14.692 to 45.308', () => {
    expect(netPromoterScore(hundred)).toBe(30);
    const half = standardErrors(0.95) * scoreError(hundred);
    expect([(30 - half).toFixed(3), (30 + half).toFixed(3)]).toEqual(['14.692', '45.308']);
  });

  test('has the adjusted Wald interval 14.05 to 44.20 around 29.13 there', () => {
    const { low, high } = scoreInterval(hundred);
    expect([low.toFixed(2), ((low + high) / 2).toFixed(2), high.toFixed(2)]).toEqual([
      '14.05',
      '29.13',
      '44.20',
    ]);
  });

  test('is 33.3 with a standard error of 4.14 for shares of 1/2, 1/3 and 1/6 of 324', () => {
    const shares = { promoters: 162, passives: 108, detractors: 54 };
    expect([netPromoterScore(shares).toFixed(1), scoreError(shares).toFixed(2)]).toEqual(['33.3', '4.14']);
  });

  test('counts 9 and 10 as promoters, 7 and 8 as passives, the rest as detractors', () => {
    expect(Array.from({ length: 11 }, (_, answer) => recommendationGroup(answer))).toEqual([
      ...new Array(7).fill('detractors'),
      ...new Array(2).fill('passives'),
      ...new Array(2).fill('promoters'),
    ]);
  });

  test('and its interval stay between -100 and 100, and change sign when friends and foes change places', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const mirrored = { ...given, promoters: given.detractors, detractors: given.promoters };
        const { low, high } = scoreInterval(given);
        expect(netPromoterScore(mirrored)).toBeCloseTo(-netPromoterScore(given), 9);
        expect(scoreInterval(mirrored).low).toBeCloseTo(-high, 9);
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThan(high);
      }),
    );
  });

  test('lies in its interval or close by, which is narrower with more answers and wider with more confidence', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 2, max: 9 }), (given, times) => {
        const width = ({ low, high }: { low: number; high: number }) => high - low;
        const more = {
          promoters: given.promoters * times,
          passives: given.passives * times,
          detractors: given.detractors * times,
        };
        expect(width(scoreInterval(more))).toBeLessThan(width(scoreInterval(given)));
        expect(width(scoreInterval(given, 0.99))).toBeGreaterThan(width(scoreInterval(given)) - 1e-9);
        const { low, high } = scoreInterval(more);
        const score = netPromoterScore(more);
        expect(Math.max(low - score, score - high)).toBeLessThan(
          300 / (more.promoters + more.passives + more.detractors),
        );
      }),
    );
  });

  test('does not exist without answers', () => {
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 })).toBeNaN();
  });
});

test('the interval of a difference is that of two independent adjusted scores', () => {
  const before = { promoters: 20, passives: 30, detractors: 50 };
  const after = { promoters: 50, passives: 30, detractors: 20 };
  // The one score lies at 29.13 with 14.05 to 44.20, the other as far on the other side of 0.
  const { low: l, high: h } = scoreInterval(after);
  const half = Math.SQRT2 * ((h - l) / 2);
  const { low, high } = scoreDifferenceInterval(after, before);
  expect(low).toBeCloseTo(h + l - half, 10);
  expect(high).toBeCloseTo(h + l + half, 10);
  expect([low.toFixed(1), high.toFixed(1)]).toEqual(['36.9', '79.6']);
});

test('the interval of a difference stays within what a difference can be', () => {
  const all = { promoters: 3, passives: 0, detractors: 0 };
  const none = { promoters: 0, passives: 0, detractors: 3 };
  expect(scoreDifferenceInterval(all, none).high).toBeLessThanOrEqual(200);
  expect(scoreDifferenceInterval(none, all).low).toBeGreaterThanOrEqual(-200);
});
