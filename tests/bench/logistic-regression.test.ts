import { expect, test } from 'vitest';
import { randomFrom } from '../../bench/search/seeded-random.ts';
import { areaUnderCurve } from '../../bench/search-fit/area-under-curve.ts';
import { logisticRegression, probability } from '../../bench/search-fit/logistic-regression.ts';

test('finds the coefficients that observations were made with', () => {
  const made = [-1.5, 2, -3, 0.5];
  const random = randomFrom(7);
  // As likely as it is, it is seen so: twice, with that weight and with the rest.
  const observations = Array.from({ length: 200 }, () => [random(), 4 * random(), random() - 0.5]).flatMap(
    (values) => {
      const weight = probability(made, values);
      return [
        { values, isTrue: true, weight },
        { values, isTrue: false, weight: 1 - weight },
      ];
    },
  );
  const found = logisticRegression(observations);
  for (const [place, coefficient] of made.entries()) expect(found[place]).toBeCloseTo(coefficient, 3);
});

test('what is drawn at random is found about', () => {
  const made = [0.5, -2];
  const random = randomFrom(11);
  const observations = Array.from({ length: 5000 }, () => {
    const values = [2 * random() - 1];
    return { values, isTrue: random() < probability(made, values), weight: 1 };
  });
  const [intercept, slope] = logisticRegression(observations);
  expect(Math.abs((intercept ?? 0) - 0.5)).toBeLessThan(0.15);
  expect(Math.abs((slope ?? 0) + 2)).toBeLessThan(0.15);
});

test('an observation that weighs three times counts as three', () => {
  const one = (value: number, isTrue: boolean, weight = 1) => ({ values: [value], isTrue, weight });
  const rest = [one(0, true), one(1, false), one(2, true), one(3, true)];
  const heavy = logisticRegression([one(0, false, 3), ...rest]);
  const often = logisticRegression([one(0, false), one(0, false), one(0, false), ...rest]);
  for (const [place, coefficient] of heavy.entries()) expect(often[place]).toBeCloseTo(coefficient, 9);
});

test('without figures, the probability is the share of what was so', () => {
  const seen = [true, true, true, false].map((isTrue) => ({ values: [], isTrue, weight: 1 }));
  expect(probability(logisticRegression(seen), [])).toBeCloseTo(0.75, 4);
});

test('a figure that tells all, and one that never changes, leave the coefficients finite', () => {
  const seen = [-2, -1, 1, 2].map((value) => ({ values: [value, 0], isTrue: value > 0, weight: 1 }));
  const found = logisticRegression(seen);
  expect(found.every(Number.isFinite)).toBe(true);
  expect(probability(found, [1, 0])).toBeGreaterThan(0.99);
});

test('the area under the curve is how often what is so scores higher than what is not', () => {
  const so = (...scores: number[]) => scores.map((score) => ({ score, isTrue: true }));
  const not = (...scores: number[]) => scores.map((score) => ({ score, isTrue: false }));
  // Of the six pairs, 0.8 wins both, and 0.4 and 0.3 win one each.
  expect(areaUnderCurve([...so(0.8, 0.4, 0.3), ...not(0.5, 0.1)])).toBe(4 / 6);
  expect(areaUnderCurve([...so(0.9, 0.8), ...not(0.2, 0.1)])).toBe(1);
  expect(areaUnderCurve([...so(0.1), ...not(0.8)])).toBe(0);
  expect(areaUnderCurve([...so(0.5, 0.5), ...not(0.5)])).toBe(0.5);
  // 0.5 ties with one and wins over the other.
  expect(areaUnderCurve([...so(0.5), ...not(0.5, 0.4)])).toBe(0.75);
  expect(areaUnderCurve(so(0.5))).toBeNaN();
});
