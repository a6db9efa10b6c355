import { type Day, isDay } from '../core/calendar.ts';

/**
 * The day that a front matter value names, with or without a time; `undefined` if it names none.
 *
 * @example dayFrom('2024-05-01T10:00:00+02:00') // '2024-05-01'
 */
export function dayFrom(value: unknown): Day | undefined {
  const text = value instanceof Date ? value.toISOString() : String(value);
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:$|[T\s])/.exec(text.trim());
  if (!match) return undefined;
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}
