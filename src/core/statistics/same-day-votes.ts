import type { VoteDay } from '../audit-feedback/audit-feedback.ts';
import type { Votes } from './votes.ts';

/** Votes on one article, and when they were cast. */
export interface DatedVotes extends Votes {
  /** Their sums are `helpful` and `unhelpful`. */
  days: readonly VoteDay[];
}

/** So many pairs of unlike votes are expected before a likeness is believed by half. */
const PAIRS_TO_BELIEVE = 5;

/**
 * How much more alike the votes on one article are when they fall on the same day, on a whole site: 0 where they are
 * no more alike than any votes on that article, 1 where the votes of a day are always the same. Readers who send
 * each other, or somebody who votes again and again, cast votes of a day that are no independent opinions.
 *
 * The intraclass correlation, estimated by pairs: of the pairs of votes of one day, so many would be unlike as are
 * among the pairs of different days of the same article; the share of them that is not. Without much to go by it
 * stays near 0.
 */
export function sameDayLikeness(articles: readonly DatedVotes[]): number {
  let expected = 0;
  let found = 0;
  for (const { helpful, unhelpful, days } of articles) {
    const all = helpful + unhelpful;
    const pairs = days.reduce((sum, day) => sum + pairsOf(day.helpful + day.unhelpful), 0);
    const unlike = days.reduce((sum, day) => sum + day.helpful * day.unhelpful, 0);
    const others = pairsOf(all) - pairs;
    if (others <= 0) continue;
    expected += (pairs * (helpful * unhelpful - unlike)) / others;
    found += unlike;
  }
  return Math.max(0, 1 - (found + PAIRS_TO_BELIEVE) / (expected + PAIRS_TO_BELIEVE));
}

/**
 * The votes as so many independent ones as they are worth: divided by the design effect of their days,
 * `1 + likeness * (sum of squared votes a day / votes - 1)`. One vote a day is worth a vote.
 *
 * Rao and Scott, "A simple method for the analysis of clustered binary data", Biometrics 48 (1992), 577-585;
 * the design effect: Kish, "Survey Sampling" (1965), section 5.4. Simulated in `bench/unhelpful.ts`.
 *
 * @param likeness As of {@link sameDayLikeness}.
 */
export function independentVotes({ helpful, unhelpful, days }: DatedVotes, likeness: number): Votes {
  const all = helpful + unhelpful;
  const squares = days.reduce((sum, day) => sum + (day.helpful + day.unhelpful) ** 2, 0);
  const effect = all === 0 ? 1 : Math.max(1, 1 + likeness * (squares / all - 1));
  return { helpful: helpful / effect, unhelpful: unhelpful / effect };
}

function pairsOf(votes: number): number {
  return (votes * (votes - 1)) / 2;
}
