import type { Report } from './report.ts';

/**
 * The days that a report is about, and those with which it compares them.
 *
 * @example '1 March 2026 to 31 March 2026, compared with 29 January 2026 to 28 February 2026'
 */
export function periodInWords({ figures: { period, before }, words }: Report): string {
  const days = words.say('report.period', { from: words.day(period.from), to: words.day(period.to) });
  const earlier = words.say('report.period', { from: words.day(before.from), to: words.day(before.to) });
  return words.say('report.compared', { days, before: earlier });
}
