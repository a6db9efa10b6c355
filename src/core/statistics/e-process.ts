import betainc from '@stdlib/math-base-special-betainc';
import betaln from '@stdlib/math-base-special-betaln';
import type { Votes } from './votes.ts';

/**
 * The evidence that fewer than `limit` of an article's readers are helped: a number that stays near or below 1
 * while the article is good enough, and grows without bound while it is not.
 *
 * It may be looked at after every vote. For an article at or above the limit, the chance that it ever reaches
 * 20 is at most 1 in 20, however often one looks; so a build may fail on it. It is the likelihood of the votes
 * under every share below the limit alike, against their likelihood at the limit:
 * `B(1+yes, 1+no) I_t(1+yes, 1+no) / (t t^yes (1-t)^no)`.
 *
 * That holds for votes that are cast each by itself; of those that repeat each other, the independent ones that they
 * are worth are to be given (`independentVotes` in same-day-votes.ts).
 *
 * Ville (1939); Ramdas, Grünwald, Vovk and Shafer, "Game-theoretic statistics and safe anytime-valid inference",
 * Statistical Science 38 (2023).
 *
 * @param limit Share of helpful votes that an article should reach, between 0 and 1.
 * @example evidenceAgainst({ helpful: 2, unhelpful: 18 }, 0.6) >= 1 / 0.05 // true
 */
export function evidenceAgainst({ helpful, unhelpful }: Votes, limit: number): number {
  if (!(limit > 0 && limit < 1)) throw new RangeError(`not a limit between 0 and 1: ${limit}`);
  const shareBelow = betainc(limit, 1 + helpful, 1 + unhelpful);
  return Math.exp(
    betaln(1 + helpful, 1 + unhelpful) +
      Math.log(shareBelow) -
      (1 + helpful) * Math.log(limit) -
      unhelpful * Math.log1p(-limit),
  );
}

/** Do the votes prove, at this risk of being wrong ever, that the article helps too few? */
export function isProvenUnhelpful(votes: Votes, limit: number, risk = 0.05): boolean {
  return evidenceAgainst(votes, limit) >= 1 / risk;
}
