/**
 * A day of the calendar without a time, as writers put it into frontmatter: `2026-03-01`.
 * Days compare correctly as text.
 */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DURATION = /^(\d{1,4}) (day|week|month|year)s?$/;

/** Is this a day that exists? `2026-02-30` does not. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(match[3]);
}

/** The day of an instant, in UTC. */
export function dayOf(instant: Date): Day {
  return instant.toISOString().slice(0, 10);
}

/** Is this a length of time that writers may use, such as `6 months`? */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/**
 * The day that lies a length of time after another. A month ends no later than its last day.
 *
 * @example addDuration('2026-01-31', '1 month') // '2026-02-28'
 */
export function addDuration(day: Day, duration: string): Day {
  return shift(day, duration, 1);
}

/** The day that lies a length of time before another. */
export function subtractDuration(day: Day, duration: string): Day {
  return shift(day, duration, -1);
}

/** Whole days from one day to another, negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function shift(day: Day, duration: string, sign: 1 | -1): Day {
  const match = DURATION.exec(duration);
  if (!match) throw new RangeError(`not a length of time: ${duration}`);
  const amount = Number(match[1]) * sign;
  const date = new Date(`${day}T00:00:00Z`);
  if (match[2] === 'day' || match[2] === 'week') {
    date.setUTCDate(date.getUTCDate() + amount * (match[2] === 'week' ? 7 : 1));
    return dayOf(date);
  }
  const months = amount * (match[2] === 'year' ? 12 : 1);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, lastDay));
  return dayOf(date);
}
