import { type Day, daysBetween, isDay } from '../core/calendar.ts';

/** Nobody is asked, or needs to answer, twice within so many days. */
const DAYS = 90;

/**
 * Is it too early to ask a reader again?
 *
 * @param kept what the browser keeps of the last time: `{ day }`, and more. What other pages of the host wrote there is no day.
 */
export function isQuietTime(kept: unknown, today: Day): boolean {
  const day = (kept as { day?: unknown } | null)?.day;
  if (typeof day !== 'string' || !isDay(day)) return false;
  // A day to come was noted by a clock that went wrong.
  return Math.abs(daysBetween(day, today)) < DAYS;
}
