import { standardErrors } from './standard-normal.ts';

/** Where a figure lies: a share from 0 to 1, or a difference of two shares from -1 to 1. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * The Wilson score interval: where the true share lies, given so many successes in so many trials.
 * With no trials anything is possible: 0 to 1.
 *
 * Wilson (1927); method 3 in Newcombe, "Two-sided confidence intervals for the single proportion",
 * Statistics in Medicine 17 (1998), 857-872.
 *
 * @param confidence How often such an interval holds the true share, e.g. `0.95`.
 * @throws RangeError if the counts are not whole numbers with `0 <= successes <= trials`, or the confidence
 *   does not lie between 0 and 1.
 * @example wilson(81, 263) // { low: 0.2553…, high: 0.3662… }
 */
export function wilson(successes: number, trials: number, confidence = 0.95): Interval {
  assertCounts(successes, trials);
  const z = standardErrors(confidence);
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const centre = share + z ** 2 / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share) + z ** 2 / (4 * trials)) / trials);
  const scale = 1 + z ** 2 / trials;
  return {
    // At the ends the bound is the end itself; the formula only comes near it for want of digits.
    low: successes === 0 ? 0 : (centre - half) / scale,
    high: successes === trials ? 1 : (centre + half) / scale,
  };
}

/**
 * One-sided Wilson bounds: the true share is at least `low` with this confidence, and at most `high` with the
 * same confidence, each taken by itself.
 *
 * @example oneSidedWilson(45, 50).low >= 0.7 // the level holds
 */
export function oneSidedWilson(successes: number, trials: number, confidence = 0.95): Interval {
  if (!(confidence > 0.5 && confidence < 1))
    throw new RangeError(`not a one-sided confidence: ${confidence}`);
  return wilson(successes, trials, 2 * confidence - 1);
}

function assertCounts(successes: number, trials: number): void {
  if (
    !Number.isSafeInteger(successes) ||
    !Number.isSafeInteger(trials) ||
    successes < 0 ||
    successes > trials
  ) {
    throw new RangeError(`not a count of successes among trials: ${successes} of ${trials}`);
  }
}
