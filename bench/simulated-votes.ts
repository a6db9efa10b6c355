import betainc from '@stdlib/math-base-special-betainc';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import type { VoteDay } from '../src/core/audit-feedback/audit-feedback.ts';
import { addDuration } from '../src/core/calendar.ts';
import type { Beta } from '../src/core/statistics/beta-binomial.ts';
import type { Votes } from '../src/core/statistics/votes.ts';

/** An article whose truth is known, unlike that of any real one. */
export interface SimulatedArticle extends Votes {
  /** Share of all readers that it helps. */
  truth: number;
  /** The same votes by day, within one year. */
  days: VoteDay[];
}

/** Where the true shares of a site's articles come from: Beta distributions, each with its part of the articles. */
export type Truths = readonly (Beta & { part: number })[];

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

/** How voters are unlike coins: some of them vote on the same day as another, and just as that one did. */
export interface Correlation {
  /** Such a share of the votes, from 0 to 1, repeats the vote before it on the same day. */
  copied?: number;
  /** Such a share of the votes comes in bursts of so many identical votes on one day. */
  bursts?: { share: number; size: number };
}

/** Casts so many votes on an article that helps this share of its readers. */
export function castVotes(truth: number, votes: number, random: () => number): Votes {
  let helpful = 0;
  for (let vote = 0; vote < votes; vote++) if (random() < truth) helpful++;
  return { helpful, unhelpful: votes - helpful };
}

/** Casts so many votes over a year. */
export function castVoteDays(
  truth: number,
  votes: number,
  random: () => number,
  { copied = 0, bursts }: Correlation = {},
): VoteDay[] {
  // A burst begins as often as makes its votes the wanted share of all.
  const begins = bursts ? bursts.share / (bursts.share + bursts.size * (1 - bursts.share)) : 0;
  const days = new Map<number, VoteDay>();
  let last: { day: VoteDay; helpful: boolean } | undefined;
  let repeats = 0;
  for (let vote = 0; vote < votes; vote++) {
    const repeated = last !== undefined && (repeats-- > 0 || (copied > 0 && random() < copied));
    if (!last || !repeated) {
      const number = Math.floor(random() * YEAR.length);
      const day = days.get(number) ?? { day: YEAR[number] ?? '', helpful: 0, unhelpful: 0 };
      days.set(number, day);
      last = { day, helpful: random() < truth };
      repeats = bursts && random() < begins ? bursts.size - 1 : 0;
    }
    last.day[last.helpful ? 'helpful' : 'unhelpful'] += 1;
  }
  return [...days].sort(([one], [other]) => one - other).map(([, day]) => day);
}

const YEAR = Array.from({ length: 365 }, (_, number) => addDuration('2026-01-01', `${number} days`));

/**
 * Articles whose true shares come from a known distribution and whose numbers of votes are skewed as they are in
 * life: log-normal, so that with a median of 8 one article in ten has more than 37.
 */
export function simulateArticles(
  count: number,
  truths: Beta | Truths,
  random: () => number,
  { median = 8, ...correlation }: Correlation & { median?: number } = {},
): SimulatedArticle[] {
  const draw = truthsFrom('a' in truths ? [{ ...truths, part: 1 }] : truths);
  return Array.from({ length: count }, () => {
    const truth = draw(random);
    const votes = Math.round(median * Math.exp(-1.2 * Math.SQRT2 * erfcinv(2 * random())));
    const days = castVoteDays(truth, votes, random, correlation);
    const helpful = days.reduce((sum, day) => sum + day.helpful, 0);
    return { truth, helpful, unhelpful: votes - helpful, days };
  });
}

/** Steps of the tables from which shares are drawn. */
const STEPS = 2000;

function truthsFrom(truths: Truths): (random: () => number) => number {
  const tables = truths.map(tableOf);
  return (random) => {
    let which = 0;
    if (truths.length > 1) {
      let left = random();
      while (which < truths.length - 1 && left >= (truths[which]?.part ?? 1))
        left -= truths[which++]?.part ?? 1;
    }
    const place = random() * STEPS;
    const [low = 0, high = 1] = tables[which]?.subarray(Math.floor(place), Math.floor(place) + 2) ?? [];
    return low + (high - low) * (place % 1);
  };
}

/** Articles of the same kind are simulated over and over. */
const tables = new Map<string, Float64Array>();

function tableOf({ a, b }: Beta): Float64Array {
  const name = `${a} ${b}`;
  const known =
    tables.get(name) ??
    Float64Array.from({ length: STEPS + 1 }, (_, at) => betaAt((at + 0.5) / (STEPS + 1), { a, b }));
  tables.set(name, known);
  return known;
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
