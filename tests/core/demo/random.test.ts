import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Deck, Random } from '../../../src/core/demo/random.ts';

test('the same seed gives the same numbers on every machine, another seed others', () => {
  const numbers = (seed: string) => {
    const random = new Random(seed);
    return Array.from({ length: 4 }, () => Math.floor(1000 * random.next()));
  };
  expect(numbers('kundig')).toEqual(KUNDIG);
  expect(numbers('kundig 2')).not.toEqual(KUNDIG);
});

test('numbers lie evenly between 0 and 1', () => {
  const random = new Random('even');
  const tenths = new Array<number>(10).fill(0);
  for (let count = 0; count < 10_000; count++) {
    const tenth = Math.floor(10 * random.next());
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  expect(tenths).toHaveLength(10);
  // Four standard deviations of a binomial with 10,000 draws.
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test('what has no weight never comes, and the others come as often as their weights say', () => {
  const random = new Random('weights');
  const counts = { never: 0, seldom: 0, often: 0 };
  for (let count = 0; count < 4000; count++) {
    const chosen = random.weighted([
      ['never', 0],
      ['seldom', 1],
      ['often', 3],
    ] as const);
    counts[chosen] += 1;
  }
  expect(counts.never).toBe(0);
  expect(Math.abs(counts.seldom - 1000)).toBeLessThan(110);
});

test('a number is met on average by whole numbers beside it', () => {
  const random = new Random('near');
  const drawn = Array.from({ length: 2000 }, () => random.near(2.3));
  expect(new Set(drawn)).toEqual(new Set([2, 3]));
  expect(Math.abs(drawn.reduce((sum, one) => sum + one, 0) / 2000 - 2.3)).toBeLessThan(0.05);
});

test('shuffling loses nothing and leaves what it was given', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (things, seed) => {
      const given = [...things];
      const shuffled = new Random(seed).shuffled(things);
      expect(things).toEqual(given);
      expect(shuffled.toSorted((a, b) => a - b)).toEqual(given.toSorted((a, b) => a - b));
    }),
  );
});

test('a deck gives every card before any comes again', () => {
  const deck = new Deck(['a', 'b', 'c'], new Random('deck'));
  const drawn = Array.from({ length: 9 }, () => deck.draw());
  for (const start of [0, 3, 6]) expect(drawn.slice(start, start + 3).toSorted()).toEqual(['a', 'b', 'c']);
  expect(new Deck([], new Random('none')).draw()).toBeUndefined();
});

test('ids are UUIDs', () => {
  const random = new Random('ids');
  const ids = Array.from({ length: 500 }, () => random.uuid());
  for (const id of ids) expect(z.uuidv4().safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(500);
});

const KUNDIG = [459, 182, 608, 471];
