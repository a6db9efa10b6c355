import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createShortMemory } from '../../src/collector/short-memory.ts';

test('what was remembered is known until its time is up, counted from the last time', () => {
  const memory = createShortMemory<number>({ most: 10, milliseconds: 1000 });
  memory.remember('a', 1, 0);
  expect(memory.recall('a', 999)).toBe(1);
  memory.remember('a', 2, 999);
  expect(memory.recall('a', 1998)).toBe(2);
  expect(memory.recall('a', 1999)).toBeUndefined();
  memory.forget('a');
  expect(memory.size).toBe(0);
});

test('beyond its length it forgets what was not remembered for longest', () => {
  const memory = createShortMemory<number>({ most: 2, milliseconds: 1000 });
  memory.remember('a', 1, 0);
  memory.remember('b', 2, 1);
  memory.remember('a', 3, 2);
  memory.remember('c', 4, 3);
  expect(['a', 'b', 'c'].map((key) => memory.recall(key, 4))).toEqual([3, undefined, 4]);
});

test('what is too old is deleted, not only hidden', () => {
  const memory = createShortMemory<number>({ most: 10, milliseconds: 1000 });
  memory.remember('a', 1, 0);
  memory.remember('b', 2, 500);
  memory.sweep(1000);
  expect(memory.size).toBe(1);
  memory.remember('c', 3, 1500);
  expect(memory.size).toBe(1);
});

test('it never holds more than it may, and always knows what came last', () => {
  const deeds = fc.array(fc.record({ key: fc.string({ maxLength: 2 }), wait: fc.nat(300) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), deeds, (most, steps) => {
      const memory = createShortMemory<string>({ most, milliseconds: 1000 });
      let at = 0;
      for (const { key, wait } of steps) {
        at += wait;
        memory.remember(key, key, at);
        expect(memory.size).toBeLessThanOrEqual(most);
        expect(memory.recall(key, at)).toBe(key);
      }
    }),
  );
});
