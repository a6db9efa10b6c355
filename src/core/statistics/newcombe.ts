import { type Interval, wilson } from './wilson.ts';

/** So many successes in so many trials. */
export interface Counts {
  successes: number;
  trials: number;
}

/**
 * Newcombe's hybrid score interval for the difference of two shares, the first minus the second. An interval
 * above 0 says that the first share is the larger one; one that holds 0 says "too few votes".
 *
 * Method 10 in Newcombe, "Interval estimation for the difference between independent proportions",
 * Statistics in Medicine 17 (1998), 873-890.
 *
 * @throws RangeError as {@link wilson} does.
 * @example newcombe({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }) // { low: 0.0524…, high: 0.3339… }
 */
export function newcombe(first: Counts, second: Counts, confidence = 0.95): Interval {
  const a = wilson(first.successes, first.trials, confidence);
  const b = wilson(second.successes, second.trials, confidence);
  if (first.trials === 0 || second.trials === 0) return { low: a.low - b.high, high: a.high - b.low };
  return differenceInterval(
    { share: first.successes / first.trials, ...a },
    { share: second.successes / second.trials, ...b },
  );
}

/** The same, from two shares of which the intervals are known. */
export function differenceInterval(
  first: Interval & { share: number },
  second: Interval & { share: number },
): Interval {
  const difference = first.share - second.share;
  return {
    low: difference - Math.hypot(first.share - first.low, second.high - second.share),
    high: difference + Math.hypot(first.high - first.share, second.share - second.low),
  };
}
