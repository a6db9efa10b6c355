import { type Counts, newcombe } from './newcombe.ts';

/** Two shares of which it is asked whether they differ. */
export interface Compared {
  now: Counts;
  before: Counts;
}

/**
 * Which of many differences chance explains badly. Where 200 articles are compared, ten would differ "at 95 %" if
 * nothing had changed at all; of those that are named here, on average at most `falseShare` are named wrongly.
 *
 * Benjamini and Hochberg's procedure, with the Newcombe interval in place of a p-value: the largest number k of
 * differences whose interval leaves out 0 even at the confidence 1 - falseShare * k / all. Benjamini and Yekutieli,
 * "False Discovery Rate-Adjusted Multiple Confidence Intervals", Journal of the American Statistical Association 100
 * (2005), 71-81.
 *
 * @returns for each pair whether it is one of them
 * @example clearDifferences([{ now: { successes: 9, trials: 10 }, before: { successes: 1, trials: 10 } }]) // [true]
 */
export function clearDifferences(pairs: readonly Compared[], falseShare = 0.05): boolean[] {
  let clear = pairs.map(() => true);
  for (let count = pairs.length; count > 0; ) {
    const confidence = 1 - (falseShare * count) / pairs.length;
    clear = pairs.map((pair, index) => clear[index] === true && leavesOutZero(pair, confidence));
    const left = clear.filter(Boolean).length;
    if (left === count) break;
    count = left;
  }
  return clear;
}

function leavesOutZero({ now, before }: Compared, confidence: number): boolean {
  const { low, high } = newcombe(now, before, confidence);
  return low > 0 || high < 0;
}
