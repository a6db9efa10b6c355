import { expect, test } from 'vitest';
import { Newest } from '../../../src/core/figures/newest.ts';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));

test('the newest are kept, newest first, in whatever order they come, and all are counted', () => {
  const newest = new Newest<number>(3);
  for (const second of [5, 1, 9, 3, 7, 2, 8, 4, 6]) newest.add(second, at(second));
  expect(newest.list()).toEqual([9, 8, 7]);
  newest.add(10, at(10));
  expect(newest.list()).toEqual([10, 9, 8]);
  expect(newest.total).toBe(10);
});

test('of equally new ones the one added first comes first', () => {
  const newest = new Newest<string>(2);
  for (const name of ['a', 'b', 'c']) newest.add(name, at(0));
  expect(newest.list()).toEqual(['a', 'b']);
});
