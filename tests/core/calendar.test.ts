import { expect, test } from 'vitest';
import { addDuration, daysBetween, isDay, isDuration, subtractDuration } from '../../src/core/calendar.ts';

test('only days that exist are days', () => {
  expect(
    ['2026-03-01', '2024-02-29', '2026-02-29', '2026-13-01', '2026-3-1', '01.03.2026'].map(isDay),
  ).toEqual([true, true, false, false, false, false]);
});

test('a length of time is a number and a unit', () => {
  expect(
    ['1 day', '30 days', '6 months', '1 year', 'soon', '6months', '1.5 years', '-1 day'].map(isDuration),
  ).toEqual([true, true, true, true, false, false, false, false]);
});

test.each([
  ['2026-01-31', '1 month', '2026-02-28'],
  ['2024-01-31', '1 month', '2024-02-29'],
  ['2024-02-29', '1 year', '2025-02-28'],
  ['2026-11-21', '6 months', '2027-05-21'],
  ['2026-12-30', '2 weeks', '2027-01-13'],
  ['2026-03-28', '2 days', '2026-03-30'],
])('%s and %s make %s', (day, duration, expected) => {
  expect(addDuration(day, duration)).toBe(expected);
});

test('a length of time can be taken back', () => {
  expect(subtractDuration('2026-03-31', '1 month')).toBe('2026-02-28');
  expect(subtractDuration('2026-11-21', '24 months')).toBe('2024-11-21');
});

test('days between two days are whole, also over the change to summer time', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
});
