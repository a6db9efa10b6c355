import type { Day } from '../core/calendar.ts';
import { type Texts, translate, translateCount } from '../core/texts.ts';

/** Says texts, numbers and dates in one language. */
export interface Words {
  locale: string;
  /** A text with its `{places}` filled in. */
  say(key: string, values?: Record<string, string | number>): string;
  /** The same, chosen by a number, which fills `{count}`. */
  count(key: string, count: number, values?: Record<string, string | number>): string;
  /** E.g. `1,204`. */
  number(value: number): string;
  /** A share from 0 to 1, e.g. `81%`. */
  percent(share: number): string;
  /** Bounds of a share, e.g. `77 to 85%`. */
  percentRange(bounds: Bounds): string;
  /** Whole points, with a true minus sign, e.g. `−12`. */
  points(value: number): string;
  /** A change in whole points with its sign, e.g. `+4`, `−12` or `±0`. */
  signedPoints(value: number): string;
  /** Bounds in whole points, e.g. `14 to 44`. */
  pointRange(bounds: Bounds): string;
  /** E.g. `21 November 2026`. */
  day(day: Day): string;
  /** E.g. `21 Nov 2026`. */
  shortDay(day: Day): string;
  /** E.g. `accuracy and expertise`. */
  list(names: readonly string[]): string;
  /** Name of a language, e.g. `German`. */
  language(locale: string): string;
}

interface Bounds {
  low: number;
  high: number;
}

/** @param locale Any language that `Intl` knows; the texts need not be in it. */
export function createWords(texts: Texts, locale: string): Words {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale);
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  // `-0` and what rounds to it would be printed with a minus.
  const points = (value: number) => number.format(Math.round(value) || 0).replace('-', '−');
  const range = (low: string, high: string) => translate(texts, 'report.range', { low, high });
  const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);
  return {
    locale,
    say: (key, values) => translate(texts, key, values),
    count: (key, count, values) => translateCount(texts, locale, key, count, values),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    percentRange: ({ low, high }) => range(number.format(100 * low), percent.format(high)),
    points,
    signedPoints: (value) => {
      const rounded = Math.round(value);
      return (rounded > 0 ? '+' : rounded === 0 ? '±' : '') + points(value);
    },
    pointRange: ({ low, high }) => range(points(low), points(high)),
    day: (day) => long.format(dateOf(day)),
    shortDay: (day) => short.format(dateOf(day)),
    list: (items) => list.format(items),
    language: (other) => names.of(other) ?? other,
  };
}
