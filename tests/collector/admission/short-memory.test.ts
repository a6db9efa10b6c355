import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createShortMemory } from '../../../src/collector/admission/short-memory.ts';

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

test('beyond its length it forgets the half that was not remembered for longest', () => {
  const memory = createShortMemory<number>({ most: 4, milliseconds: 1000 });
  for (const [at, key] of ['a', 'b', 'c', 'a', 'd', 'e', 'f'].entries()) memory.remember(key, at, at);
  expect(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => memory.recall(key, 7))).toEqual([
    undefined,
    undefined,
    undefined,
    4,
    5,
    6,
  ]);
});

test('what is too old is deleted, not only hidden', () => {
  const memory = createShortMemory<number>({ most: 4, milliseconds: 1000 });
  for (const [index, key] of ['a', 'b', 'c'].entries()) memory.remember(key, index, index * 100);
  memory.sweep(1100);
  expect(memory.size).toBe(1);
  expect(memory.recall('c', 1100)).toBe(2);
});

const deeds = fc.array(fc.record({ key: fc.string({ maxLength: 2 }), wait: fc.nat(300) }), { maxLength: 60 });

test('it never holds more than it may, and always knows the latest half', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), deeds, (half, steps) => {
      const memory = createShortMemory<string>({ most: 2 * half, milliseconds: 1000 });
      let at = 0;
      const latest: { key: string; at: number }[] = [];
      for (const { key, wait } of steps) {
        at += wait;
        memory.remember(key, key, at);
        const before = latest.findIndex((one) => one.key === key);
        if (before >= 0) latest.splice(before, 1);
        latest.push({ key, at });
        expect(memory.size).toBeLessThanOrEqual(2 * half);
        for (const one of latest.slice(-half)) {
          expect(memory.recall(one.key, at)).toBe(at - one.at < 1000 ? one.key : undefined);
        }
      }
    }),
  );
});
