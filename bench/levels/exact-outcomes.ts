import { climbLevels } from '../../src/core/statistics/expectation-levels.ts';
import { binomial } from '../intervals/binomial.ts';
import { LIMIT, type Outcome } from './outcome.ts';

/** How probable it is that a level by itself is said to hold, and to be broken. */
interface Chances {
  holds: number;
  broken: number;
}

/**
 * How probable each outcome is where a level has one question and the levels know nothing of each other: summed over all
 * that so many readers may answer.
 */
export function exactOutcomes(shares: readonly number[], readers: number): Record<Outcome, number> {
  const firstBroken = shares.findIndex((share) => share < LIMIT);
  const outcomes = { right: 0, wrong: 0, undecided: 0 };
  let reached = 1;
  for (const [level, share] of shares.entries()) {
    const { holds, broken } = chancesOf(share, readers);
    outcomes[level === firstBroken ? 'right' : 'wrong'] += reached * broken;
    outcomes.undecided += reached * (1 - holds - broken);
    reached *= holds;
  }
  outcomes[firstBroken < 0 ? 'right' : 'wrong'] += reached;
  return outcomes;
}

/** What becomes of one level with this true share. */
export function chancesOf(share: number, readers: number): Chances {
  const chances = { holds: 0, broken: 0 };
  for (const [good, probability] of binomial(readers, share).entries()) {
    const [test] = climbLevels([['accuracy', { level: 'accuracy', readers, good }]], LIMIT, 1);
    if (test?.verdict === 'holds') chances.holds += probability;
    if (test?.verdict === 'first-broken') chances.broken += probability;
  }
  return chances;
}
