import { expect, test } from 'vitest';
import { firstWholeWeek, possibleSteps, stepOf } from '../../../src/core/figures/time-steps.ts';

/** So many people in each week, the first being week 100. */
function people(...counts: number[]): Int32Array {
  return Int32Array.from(counts.flatMap((count, index) => new Array(count).fill(100 + index)));
}

function shortest(weeks: Int32Array, wanted?: Parameters<typeof possibleSteps>[1]) {
  return [...possibleSteps(weeks, wanted)][0];
}

test('a step is as long as it must be so that no step holds one to four people', () => {
  expect(shortest(people(5, 6, 7, 8))).toEqual({ first: 100, steps: 4, weeksAStep: 1 });
  expect(shortest(people(5, 4, 7, 8))).toEqual({ first: 100, steps: 2, weeksAStep: 2 });
  expect(shortest(people(5, 0, 7, 8))).toEqual({ first: 100, steps: 4, weeksAStep: 1 });
  expect(shortest(people(1, 1, 1))).toBeUndefined();
});

test('days before the first whole week belong to its step', () => {
  const weeks = people(1, 6, 7, 8);
  expect(shortest(weeks)).toEqual({ first: 100, steps: 2, weeksAStep: 2 });
  const steps = shortest(weeks, { wholeFrom: 101 });
  expect(steps).toEqual({ first: 101, steps: 3, weeksAStep: 1 });
  expect([100, 101, 102, 103].map((week) => stepOf(steps as never, week))).toEqual([0, 0, 1, 2]);
  // The other four days of a period that ends before its first whole week.
  expect(shortest(people(9), { wholeFrom: 101 })).toBeUndefined();
});

test('the first whole week of a period begins on its first Monday', () => {
  const monday = firstWholeWeek('2026-03-02');
  expect(firstWholeWeek('2026-03-01')).toBe(monday);
  expect(firstWholeWeek('2026-02-24')).toBe(monday);
  expect(firstWholeWeek('2026-03-03')).toBe(monday + 1);
});

test('steps of as many people as are wished for come first, if they leave enough steps to see anything', () => {
  const even = people(...new Array(12).fill(10));
  expect(shortest(even)).toEqual({ first: 100, steps: 6, weeksAStep: 2 });
  expect(shortest(even, { people: 30 })).toEqual({ first: 100, steps: 4, weeksAStep: 3 });
  expect(shortest(even, { people: 50 })).toEqual({ first: 100, steps: 12, weeksAStep: 1 });
});
