import { type Day, daysBetween } from '../calendar.ts';
import type { Period } from '../figures/period.ts';
import type { Random } from './random.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How busy a day is, from Sunday on. */
const WEEKDAYS = [0.4, 1.1, 1.05, 1, 1, 0.9, 0.45];
/** So many times as busy is the last day as the first. */
const GROWTH = 1.6;

/** Says when readers come: more on weekdays than at weekends, during the day, and more with every month. */
export class DemoDays {
  readonly #start: number;
  readonly #days: number;
  /** Share of all visits up to and with each day. */
  readonly #upTo: number[];

  constructor({ from, to }: Period) {
    this.#start = Date.parse(`${from}T00:00:00Z`);
    this.#days = daysBetween(from, to) + 1;
    let sum = 0;
    this.#upTo = Array.from({ length: this.#days }, (_, day) => {
      const weekday = new Date(this.#start + day * DAY).getUTCDay();
      sum += (WEEKDAYS[weekday] ?? 1) * (1 + ((GROWTH - 1) * day) / this.#days);
      return sum;
    });
  }

  /** An instant at which a reader comes. */
  instant(random: Random): Date {
    const wanted = random.next() * (this.#upTo.at(-1) ?? 0);
    let low = 0;
    let high = this.#days - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#upTo[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    // The sum of two draws: most come around noon, none between ten in the evening and six in the morning.
    const hours = 6 + 8 * (random.next() + random.next());
    return new Date(this.#start + low * DAY + Math.floor(hours * HOUR));
  }

  /** How much of the period has passed at an instant, from 0 to 1. */
  passed(instant: Date): number {
    return (instant.getTime() - this.#start) / (this.#days * DAY);
  }

  /** How much of it has passed when a day begins, from 0 to 1. */
  passedBefore(day: Day): number {
    return this.passed(new Date(`${day}T00:00:00Z`));
  }
}
