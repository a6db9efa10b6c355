import type { ExpectationLevel } from '../expectation-level.ts';
import { standardErrors } from './standard-normal.ts';
import { type Interval, oneSidedWilson, wilson } from './wilson.ts';

/** How often each bound of a level is right when taken by itself. */
const CONFIDENCE = 0.95;

/** The smallest answer on a scale of 1 to 5 that counts as good. */
export const GOOD_ANSWER = 4;

/** What readers answered to the questions of one level. */
export interface LevelAnswers {
  level: ExpectationLevel;
  /** Readers who answered at least one of its questions. */
  readers: number;
  /**
   * Sum over these readers of the share of good answers that each gave: a reader with two good answers out of
   * three adds 2/3. Three answers of one person are not three opinions, so a reader counts once.
   */
  good: number;
}

/**
 * What the answers prove about a level:
 * - `holds`: the share of good answers is at least the limit;
 * - `first-broken`: it is below the limit, and every level under it holds: this is where to work;
 * - `below`: it is below the limit, where the levels are judged side by side;
 * - `undecided`: it may be either;
 * - `not-reached`: a level under it is not known to hold, so that it is not judged;
 * - `too-few`: fewer readers than may be shown answered;
 * - `not-asked`: no question of the survey belongs to it.
 */
export type LevelVerdict =
  | 'holds'
  | 'first-broken'
  | 'below'
  | 'undecided'
  | 'not-reached'
  | 'too-few'
  | 'not-asked';

export interface LevelTest {
  level: ExpectationLevel;
  verdict: LevelVerdict;
  /** Where `undecided`: about so many more readers would decide it if they answered like those so far. */
  more?: number;
}

/** The share of good answers to a level and its one-sided 95 % bounds, from 0 to 1. */
export interface LevelShare extends Interval {
  readers: number;
  share: number;
}

/**
 * Share and bounds of a level. With several questions a reader may count as part of one; the part is rounded
 * away from a verdict: down for the lower bound, up for the upper one.
 *
 * @throws RangeError if nobody answered.
 */
export function levelShare(answers: LevelAnswers): LevelShare {
  return { readers: answers.readers, ...bounded(answers, oneSidedWilson) };
}

/**
 * The share of a level with its two-sided 95 % interval, from 0 to 1, as other shares have it; rounded away from the
 * share as in {@link levelShare}.
 *
 * @throws RangeError if nobody answered.
 */
export function levelInterval(sums: LevelAnswers): Interval & { share: number } {
  return bounded(sums, wilson);
}

function bounded({ readers, good }: LevelAnswers, interval: typeof wilson): Interval & { share: number } {
  if (!(readers > 0)) throw new RangeError('no share without readers');
  // Thirds do not sum to whole numbers in binary.
  const nearly = 1e-9;
  return {
    share: good / readers,
    low: interval(Math.floor(good + nearly), readers, CONFIDENCE).low,
    high: interval(Math.ceil(good - nearly), readers, CONFIDENCE).high,
  };
}

/**
 * Tests the levels from the ground up, each against the limit: while a level holds, the next is tested; the first
 * that does not hold, or is not known to, ends the climb. Levels that the survey does not ask about are stepped over.
 *
 * Simulated at true shares of .90, .85, .55 and .50 against 0.70, with 100 readers this names the third level in
 * 91 % of surveys, and a wrong one in at most 5.8 % (`bench/levels.ts`).
 *
 * @param answers From the ground up; a level that is not asked about has `undefined`.
 * @param limit The share of good answers that a level needs, from 0 to 1.
 * @param smallest Fewest readers of a level that may be judged.
 */
export function climbLevels(
  answers: readonly (readonly [ExpectationLevel, LevelAnswers | undefined])[],
  limit: number,
  smallest: number,
): LevelTest[] {
  let climbing = true;
  return answers.map(([level, given]) => {
    if (!given) return { level, verdict: 'not-asked' };
    if (given.readers < smallest) {
      climbing = false;
      return { level, verdict: 'too-few' };
    }
    if (!climbing) return { level, verdict: 'not-reached' };
    const test = testLevel(given, limit);
    climbing = test.verdict === 'holds';
    return test.verdict === 'below' ? { level, verdict: 'first-broken' } : test;
  });
}

/** Tests each level by itself, for answers in which the levels do not rest on each other. */
export function compareLevels(
  answers: readonly (readonly [ExpectationLevel, LevelAnswers | undefined])[],
  limit: number,
  smallest: number,
): LevelTest[] {
  return answers.map(([level, given]) => {
    if (!given) return { level, verdict: 'not-asked' };
    return given.readers < smallest ? { level, verdict: 'too-few' } : testLevel(given, limit);
  });
}

function testLevel(given: LevelAnswers, limit: number): LevelTest {
  const { level, readers } = given;
  const { low, high, share } = levelShare(given);
  if (low >= limit) return { level, verdict: 'holds' };
  if (high < limit) return { level, verdict: 'below' };
  const more = readersNeeded(share, limit) - readers;
  // Beyond this a level lies so near to the limit that more answers are no way to find out.
  return more <= 10_000
    ? { level, verdict: 'undecided', more: Math.max(1, more) }
    : { level, verdict: 'undecided' };
}

/**
 * So many readers put a Wilson bound of this share on the other side of the limit: the bound is the limit where
 * the distance is `z * sqrt(limit * (1 - limit) / n)`.
 */
function readersNeeded(share: number, limit: number): number {
  const z = standardErrors(2 * CONFIDENCE - 1);
  return Math.ceil((z ** 2 * limit * (1 - limit)) / (share - limit) ** 2);
}
