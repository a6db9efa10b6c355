import { type Day, dayOf, daysBetween, subtractDuration } from '../calendar.ts';

/** Milliseconds. */
export const A_DAY = 86_400_000;
const DAYS_A_WEEK = 7;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4;

/** The days that a report is about, in UTC; both ends belong to it. */
export interface Period {
  from: Day;
  to: Day;
}

/**
 * The period of as many days that ends the day before this one begins.
 *
 * @example periodBefore({ from: '2026-03-01', to: '2026-03-31' }) // { from: '2026-01-29', to: '2026-02-28' }
 */
export function periodBefore({ from, to }: Period): Period {
  const last = subtractDuration(from, '1 day');
  let first = last;
  // A length of time has at most four digits.
  for (let days = daysBetween(from, to); days > 0; days -= 9999) {
    first = subtractDuration(first, `${Math.min(days, 9999)} days`);
  }
  return { from: first, to: last };
}

/** Says quickly, a million times over, whether an instant lies in a period. */
export function within({ from, to }: Period): (instant: Date) => boolean {
  const start = Date.parse(`${from}T00:00:00Z`);
  const end = Date.parse(`${to}T00:00:00Z`) + A_DAY;
  return (instant) => instant.getTime() >= start && instant.getTime() < end;
}

/** Number of the week in which an instant lies; weeks begin on Monday, 00:00 UTC. */
export function weekOf(instant: Date): number {
  return weekOfDay(Math.floor(instant.getTime() / A_DAY));
}

/** The same of a day, counted from 1970 in UTC. */
export function weekOfDay(day: number): number {
  return Math.floor((day - FIRST_MONDAY) / DAYS_A_WEEK);
}

/** The Monday with which a week begins. */
export function mondayOf(week: number): Day {
  return dayOf(new Date((week * DAYS_A_WEEK + FIRST_MONDAY) * A_DAY));
}
