import { expect, test } from 'vitest';
import { halvesOf } from '../../bench/learn/halves.ts';

const queries = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map((q) => ({ q, rel: [q[0] ?? ''] }));

test('every query is held back once, and asked the other time', () => {
  const [one, two] = halvesOf({ queries });
  expect(one.asked).toEqual(two.heldBack);
  expect(one.heldBack).toEqual(two.asked);
  expect([...one.asked, ...one.heldBack].map(({ q }) => q).sort()).toEqual(queries.map(({ q }) => q));
});

test('of a document with several queries some are asked whenever others are held back', () => {
  for (const { asked, heldBack } of halvesOf({ queries })) {
    for (const document of ['a', 'b']) {
      expect(asked.some(({ rel }) => rel[0] === document)).toBe(true);
      expect(heldBack.some(({ rel }) => rel[0] === document)).toBe(true);
    }
  }
});

test('the split does not depend on the order of the queries', () => {
  const [one] = halvesOf({ queries });
  const [other] = halvesOf({ queries: queries.toReversed() });
  const names = (list: typeof queries) => list.map(({ q }) => q).sort();
  expect(names(other.asked)).toEqual(names(one.asked));
});
