import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffledOrder } from '../../../src/client/survey/survey-order.ts';

const ids = fc.uniqueArray(fc.string());
/** As good as random, but the same in every run. */
const draws = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));

test('every question stays, once', () => {
  fc.assert(
    fc.property(ids, ids, draws, (all, kept, random) => {
      const order = shuffledOrder(all, kept, () => random.next().value);
      expect(order.toSorted()).toEqual(all.toSorted());
    }),
  );
});

test('an order that was kept stays, whatever is drawn', () => {
  fc.assert(
    fc.property(ids, draws, (all, random) => {
      const order = shuffledOrder(all, [], () => random.next().value);
      expect(shuffledOrder(all, order, () => random.next().value)).toEqual(order);
    }),
  );
});

test('a question that was not there comes after those that were', () => {
  expect(shuffledOrder(['a', 'b', 'c', 'd'], ['c', 'gone', 'a', 'd'], () => 0)).toEqual(['c', 'a', 'd', 'b']);
});

test('each of the orders of three questions comes up equally often', () => {
  const counts = new Map<string, number>();
  for (const first of [0, 1, 2]) {
    for (const second of [0, 1]) {
      const random = [first / 3 + 0.01, second / 2 + 0.01];
      const order = shuffledOrder(['a', 'b', 'c'], [], () => random.shift() ?? 0).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
  }
  expect([...counts].sort()).toEqual([
    ['abc', 1],
    ['acb', 1],
    ['bac', 1],
    ['bca', 1],
    ['cab', 1],
    ['cba', 1],
  ]);
});
