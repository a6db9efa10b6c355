import { expect, test } from 'vitest';
import { daysBetween } from '../../../src/core/calendar.ts';
import { periodBefore, weekOf, weekOfDay } from '../../../src/core/figures/period.ts';

test('the period before has as many days and ends the day before', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
    from: '2026-01-29',
    to: '2026-02-28',
  });
  expect(periodBefore({ from: '2024-03-01', to: '2024-03-01' })).toEqual({
    from: '2024-02-29',
    to: '2024-02-29',
  });
});

test('a period may be longer than a length of time can be written', () => {
  const { from, to } = periodBefore({ from: '2000-01-01', to: '2060-01-01' });
  expect([daysBetween(from, to), to]).toEqual([daysBetween('2000-01-01', '2060-01-01'), '1999-12-31']);
});

test('a week begins on Monday, for days as for instants', () => {
  const days = ['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09', '1969-12-31'];
  const instants = days.map((day) => new Date(`${day}T13:00:00Z`));
  const weeks = instants.map((instant) => weekOfDay(Math.floor(instant.getTime() / 86_400_000)));
  expect(weeks).toEqual(instants.map(weekOf));
  expect(weeks.slice(0, 4).map((week) => week - (weeks[0] ?? 0))).toEqual([0, 1, 1, 2]);
});
