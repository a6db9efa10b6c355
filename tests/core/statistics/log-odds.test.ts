import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logOdds } from '../../../src/core/statistics/log-odds.ts';

test('the difference of the log-odds is measured in its standard errors', () => {
  // Reckoned by hand: together 28 of 60,300 words, so 0.2321… of 500 beforehand.
  const prior = (500 * 28) / 60_300;
  const first = Math.log((8 + prior) / (300 + 500 - 8 - prior));
  const second = Math.log((20 + prior) / (60_000 + 500 - 20 - prior));
  const error = Math.sqrt(1 / (8 + prior) + 1 / (20 + prior));
  const found = logOdds({ count: 8, of: 300 }, { count: 20, of: 60_000 });
  expect(found).toBeCloseTo((first - second) / error, 12);
});

test('a word that is as usual everywhere does not stand out, and others do in one direction only', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 200, max: 5000 }),
      (one, other, of) => {
        expect(logOdds({ count: one, of }, { count: one, of })).toBeCloseTo(0, 10);
        const there = logOdds({ count: one, of }, { count: other, of });
        expect(there).toBeCloseTo(-logOdds({ count: other, of }, { count: one, of }), 10);
        expect(Math.sign(Math.round(there * 1e9))).toBe(Math.sign(one - other));
      },
    ),
  );
});

test('there are no odds of a word that does not occur', () => {
  expect(() => logOdds({ count: 0, of: 10 }, { count: 0, of: 10 })).toThrow(RangeError);
});
