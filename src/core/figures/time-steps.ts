import type { Day } from '../calendar.ts';
import { A_DAY, mondayOf, weekOfDay } from './period.ts';
import { SMALLEST_GROUP } from './small-groups.ts';
import type { Trend } from './trend.ts';

/** More steps than this cannot be told apart in a plot: a year has 53 weeks at most. */
const MOST_STEPS = 60;

/** Where nothing is gained from more people a step, this many steps are enough to see where a figure goes. */
const FEWEST_STEPS = 4;

/** With fewer people a step, chance alone throws a line up and down. */
const PEOPLE_A_STEP = 20;

/** How many ways to divide time are tried before there is no trend. */
const MOST_WAYS = 12;

/** Time in steps of so many whole weeks. */
export interface TimeSteps {
  /** Number of the week with which the first step begins; what came in earlier in that period belongs to it, too. */
  first: number;
  steps: number;
  weeksAStep: number;
}

/** What steps are wanted. */
interface Wanted {
  /** Number of the first whole week: a step of a day or two would say little, and jump. */
  wholeFrom?: number;
  /** So many people a step are better, if that leaves some steps: twenty, where nothing is said. */
  people?: number;
}

/** Number of the first week of which every day lies in a period that begins on this day. */
export function firstWholeWeek(from: Day): number {
  return weekOfDay(Date.parse(`${from}T00:00:00Z`) / A_DAY + 6);
}

/**
 * The ways to divide time into equal steps, the best first, which are the shortest, so that nobody or at least five people
 * fall into each step, and somebody into at least two.
 *
 * @param weeks For each person the number of the week.
 */
export function possibleSteps(weeks: Int32Array, wanted: Wanted = {}): Iterable<TimeSteps> {
  return allSteps(weeks, wanted).take(MOST_WAYS);
}

function* allSteps(weeks: Int32Array, { wholeFrom, people = PEOPLE_A_STEP }: Wanted): Generator<TimeSteps> {
  for (const steps of stepsOfAtLeast(people, weeks, wholeFrom)) {
    if (steps.steps >= FEWEST_STEPS) yield steps;
  }
  yield* stepsOfAtLeast(SMALLEST_GROUP, weeks, wholeFrom);
}

function* stepsOfAtLeast(
  people: number,
  weeks: Int32Array,
  wholeFrom = Number.NEGATIVE_INFINITY,
): Generator<TimeSteps> {
  if (weeks.length === 0) return;
  const last = weeks.reduce((one, other) => Math.max(one, other));
  const earliest = weeks.reduce((one, other) => Math.min(one, other));
  const first = Math.min(Math.max(earliest, wholeFrom), last);
  const length = last - first + 1;
  const counts = new Int32Array(length);
  for (const week of weeks) {
    const index = Math.max(0, week - first);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  for (let weeksAStep = Math.ceil(length / MOST_STEPS); weeksAStep < length; weeksAStep++) {
    const steps = { first, steps: Math.ceil(length / weeksAStep), weeksAStep };
    const sums = new Int32Array(steps.steps);
    for (const [index, count] of counts.entries()) {
      const step = Math.floor(index / weeksAStep);
      sums[step] = (sums[step] ?? 0) + count;
    }
    const isEnough = sums.every((sum) => sum === 0 || sum >= people);
    if (isEnough && sums.filter((sum) => sum > 0).length >= 2) yield steps;
  }
}

/** In which step a week lies; the first is 0. */
export function stepOf({ first, weeksAStep }: TimeSteps, week: number): number {
  return Math.max(0, Math.floor((week - first) / weeksAStep));
}

export function isNobodyOrEnough(count: number): boolean {
  return count === 0 || count >= SMALLEST_GROUP;
}

/** A trend in these steps. */
export function trendIn<Point extends { step: number }>(
  { first, steps, weeksAStep }: TimeSteps,
  points: Point[],
): Trend<Point> {
  return { from: mondayOf(first), steps, weeksAStep, points };
}
