import { mondayOf } from './period.ts';
import { SMALLEST_GROUP } from './small-groups.ts';
import type { Trend } from './trend.ts';

/** More steps than this cannot be told apart in a plot: a year has 53 weeks at most. */
const MOST_STEPS = 60;

/** Time in steps of so many whole weeks. */
export interface TimeSteps {
  /** Number of the week with which the first step begins. */
  first: number;
  steps: number;
  weeksAStep: number;
}

/**
 * The ways to divide time into equal steps, the shortest first, so that nobody or at least five people fall into each
 * step, and somebody into at least two.
 *
 * @param weeks For each person the number of the week.
 */
export function* possibleSteps(weeks: Int32Array): Generator<TimeSteps> {
  if (weeks.length === 0) return;
  const first = weeks.reduce((one, other) => Math.min(one, other));
  const last = weeks.reduce((one, other) => Math.max(one, other));
  const length = last - first + 1;
  const counts = new Int32Array(length);
  for (const week of weeks) counts[week - first] = (counts[week - first] ?? 0) + 1;
  for (let weeksAStep = Math.ceil(length / MOST_STEPS); weeksAStep < length; weeksAStep++) {
    const steps = { first, steps: Math.ceil(length / weeksAStep), weeksAStep };
    const sums = new Int32Array(steps.steps);
    for (const [index, count] of counts.entries()) {
      const step = Math.floor(index / weeksAStep);
      sums[step] = (sums[step] ?? 0) + count;
    }
    if (sums.every(isNobodyOrEnough) && sums.filter((sum) => sum > 0).length >= 2) yield steps;
  }
}

/** In which step a week lies; the first is 0. */
export function stepOf({ first, weeksAStep }: TimeSteps, week: number): number {
  return Math.floor((week - first) / weeksAStep);
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
