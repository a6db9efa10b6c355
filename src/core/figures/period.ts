import { type Day, dayOf } from '../calendar.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * DAY;

/** The days that a report is about, in UTC; both ends belong to it. */
export interface Period {
  from: Day;
  to: Day;
}

/** Says quickly, a million times over, whether an instant lies in a period. */
export function within({ from, to }: Period): (instant: Date) => boolean {
  const start = Date.parse(`${from}T00:00:00Z`);
  const end = Date.parse(`${to}T00:00:00Z`) + DAY;
  return (instant) => instant.getTime() >= start && instant.getTime() < end;
}

/** Number of the week in which an instant lies; weeks begin on Monday, 00:00 UTC. */
export function weekOf(instant: Date): number {
  return Math.floor((instant.getTime() - FIRST_MONDAY) / WEEK);
}

/** The Monday with which a week begins. */
export function mondayOf(week: number): Day {
  return dayOf(new Date(week * WEEK + FIRST_MONDAY));
}
