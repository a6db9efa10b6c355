import betainc from '@stdlib/math-base-special-betainc';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import type { Beta } from '../src/core/statistics/beta-binomial.ts';
import type { Votes } from '../src/core/statistics/votes.ts';

/** An article whose truth is known, unlike that of any real one. */
export interface SimulatedArticle extends Votes {
  /** Share of all readers that it helps. */
  truth: number;
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (the generator "mulberry32"). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Casts so many votes on an article that helps this share of its readers. */
export function castVotes(truth: number, votes: number, random: () => number): Votes {
  let helpful = 0;
  for (let vote = 0; vote < votes; vote++) if (random() < truth) helpful++;
  return { helpful, unhelpful: votes - helpful };
}

/**
 * Articles whose true shares come from a Beta distribution and whose numbers of votes are skewed as they are in
 * life: log-normal with a median of 8, so that one article in ten has more than 37.
 */
export function simulateArticles(count: number, truths: Beta, random: () => number): SimulatedArticle[] {
  return Array.from({ length: count }, () => {
    const truth = betaAt(random(), truths);
    const votes = Math.round(8 * Math.exp(-1.2 * Math.SQRT2 * erfcinv(2 * random())));
    return { truth, ...castVotes(truth, votes, random) };
  });
}

/** The share below which this part of a Beta distribution lies, by halving. */
function betaAt(part: number, { a, b }: Beta): number {
  let low = 0;
  let high = 1;
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (betainc(middle, a, b) < part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
