import betainc from '@stdlib/math-base-special-betainc';
import type { Votes } from '../statistics/votes.ts';

/** Fewer votes than these prove no recovery, however good. */
const FEWEST_VOTES = 5;
/** So probable must it be that the article helps enough readers. */
const SURE_ENOUGH = 0.9;

/**
 * Do the votes since the last change of substance say that an article helps enough readers again? That nothing speaks
 * against it is not enough: without votes the answer is no.
 *
 * The posterior of a Beta(1, 1) prior, which takes every share for equally likely before the first vote:
 * P(share >= limit | votes) >= 0.9, from 5 votes on. Of articles that help 45 % of their readers where 60 % are wanted,
 * looked at after each of 100 votes, 4 % are taken for recovered at some time; of those that help 80 % all are, half of
 * them within 8 votes (counted exactly in `tests/core/tasks/recovery.test.ts`).
 */
export function hasRecovered({ helpful, unhelpful }: Votes, helpfulShare: number): boolean {
  return (
    helpful + unhelpful >= FEWEST_VOTES &&
    betainc(helpfulShare, 1 + helpful, 1 + unhelpful, true, true) >= SURE_ENOUGH
  );
}
