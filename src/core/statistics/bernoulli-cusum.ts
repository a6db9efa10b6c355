import type { VoteDay } from '../audit-feedback.ts';
import type { Day } from '../calendar.ts';
import type { Votes } from './votes.ts';

/** A share of helped readers that fell, and has not risen again. */
export interface Fall {
  /** The first day of the fall: the one that makes the votes likeliest. */
  since: Day;
  /** The votes before that day, and from it on. */
  before: Votes;
  after: Votes;
}

/** A fall is told once it makes the votes so many times likelier than none does, in natural logarithms. */
const ALARM = Math.log(200);

/** One day brings an alarm no nearer than by this part, however many votes it has: a bad day is no fall. */
const PART_OF_A_DAY = 1 / 3;

/** The share before a fall is not known from fewer votes than this, and that after it not from fewer than that. */
const FEWEST_BEFORE = 30;
const FEWEST_AFTER = 10;

/** The shares from 0 to 1 among which the one before the fall is looked for. */
const SHARES = Array.from({ length: 30 }, (_, step) => (step + 0.5) / 30);

/**
 * Looks for a fall of the share of helped readers while the text stayed as it was: a one-sided Bernoulli CUSUM over
 * the votes of each day. The votes since the likeliest day of a fall weigh how much likelier they are if the share
 * fell by `drop` on that day; when that is no longer likelier than no fall, they join the votes before.
 *
 * The share before the fall is not given, as it would be for a machine, but learnt from the votes before: both
 * likelihoods are averaged over all shares, each weighed with what those votes say (from a uniform prior: with the
 * site's as prior, an article that was never as good as others would seem to have fallen). What has fallen and then
 * rises again is told by the same sum in the other direction.
 *
 * Reynolds and Stoumbos, "A CUSUM chart for monitoring a proportion when inspecting continuously", Journal of
 * Quality Technology 31 (1999), 87-108; that it learns while it watches: Hawkins, "Self-starting CUSUM charts for
 * location and scale", The Statistician 36 (1987), 299-316. Simulated in `bench/fall.ts`: at a drop of 0.2 at most
 * 5 % of the articles whose truth never changes are ever told to have fallen in their first 260 votes.
 *
 * @param days In the order of time.
 * @param drop By how much the share must fall to matter, from 0 to 1.
 */
export function findFall(days: readonly VoteDay[], drop: number): Fall | undefined {
  const watch = new FallWatch(drop);
  for (const day of days) watch.add(day);
  return watch.fall;
}

/** The same, day by day. */
export class FallWatch {
  readonly #drop: number;
  #before: Votes = { helpful: 0, unhelpful: 0 };
  #run: Run | undefined;

  constructor(drop: number) {
    this.#drop = drop;
  }

  /** Takes in the votes of the next day. */
  add(day: VoteDay): void {
    if (!this.#run && this.#before.helpful + this.#before.unhelpful < FEWEST_BEFORE) {
      this.#before = sum(this.#before, day);
      return;
    }
    this.#run ??= new Run(day.day, this.#before, this.#drop);
    this.#run.add(day);
    if (!this.#run.isOver()) return;
    // The votes of a fall that is over are not those of the text as it helps when nothing is wrong.
    if (!this.#run.hasFallen) this.#before = sum(this.#before, this.#run.votes);
    this.#run = undefined;
  }

  get fall(): Fall | undefined {
    if (!this.#run?.hasFallen) return undefined;
    return { since: this.#run.since, before: this.#before, after: this.#run.votes };
  }
}

/** The votes since a day on which the share may have fallen. */
class Run {
  readonly since: Day;
  votes: Votes = { helpful: 0, unhelpful: 0 };
  hasFallen = false;
  /** Logarithm of how much likelier these votes are with a fall than without one. */
  #evidence = 0;
  /** The same of a rise to where the share was, once it has fallen. */
  #risen = 0;
  readonly #stayed: AverageLikelihood;
  readonly #fell: AverageLikelihood;
  /** What a vote adds to the evidence of a rise. */
  readonly #rise: Votes;

  constructor(since: Day, before: Votes, drop: number) {
    this.since = since;
    this.#stayed = new AverageLikelihood(SHARES, before);
    this.#fell = new AverageLikelihood(
      SHARES.map((share) => lowered(share, drop)),
      before,
    );
    const share = (before.helpful + 1) / (before.helpful + before.unhelpful + 2);
    const low = lowered(share, drop);
    this.#rise = { helpful: Math.log(share / low), unhelpful: Math.log((1 - share) / (1 - low)) };
  }

  add(day: Votes): void {
    this.votes = sum(this.votes, day);
    if (this.hasFallen) this.#risen = Math.max(0, this.#risen + atMostAPart(weigh(day, this.#rise)));
    const step = this.#fell.with(day) - this.#stayed.with(day) - this.#evidence;
    // Votes of one day that count less than fully: each counts for a part of a vote.
    const part = Math.min(1, (PART_OF_A_DAY * ALARM) / Math.max(step, 1e-9));
    this.#evidence = this.#fell.add(day, part) - this.#stayed.add(day, part);
    const { helpful, unhelpful } = this.votes;
    if (this.#evidence >= ALARM && helpful + unhelpful >= FEWEST_AFTER) this.hasFallen = true;
  }

  /** Is there nothing left to say for a fall? */
  isOver(): boolean {
    return this.#evidence <= 0 || this.#risen >= ALARM;
  }
}

/** How likely votes are on average over many shares, in logarithms. */
class AverageLikelihood {
  readonly #ofYes: Float64Array;
  readonly #ofNo: Float64Array;
  readonly #sums: Float64Array;

  /** @param shares those that take the place of {@link SHARES}, which are weighed with what the votes before say */
  constructor(shares: readonly number[], before: Votes) {
    this.#ofYes = Float64Array.from(shares, (share) => Math.log(share));
    this.#ofNo = Float64Array.from(shares, (share) => Math.log(1 - share));
    this.#sums = Float64Array.from(
      SHARES,
      (share) => before.helpful * Math.log(share) + before.unhelpful * Math.log(1 - share),
    );
  }

  with(votes: Votes): number {
    return logOfSum(this.#sums.map((sum, at) => sum + this.#of(votes, at)));
  }

  add(votes: Votes, part: number): number {
    this.#sums.forEach((sum, at, sums) => {
      sums[at] = sum + part * this.#of(votes, at);
    });
    return logOfSum(this.#sums);
  }

  #of({ helpful, unhelpful }: Votes, at: number): number {
    return helpful * (this.#ofYes[at] ?? 0) + unhelpful * (this.#ofNo[at] ?? 0);
  }
}

function lowered(share: number, drop: number): number {
  return Math.max(SHARES[0] ?? 0, share - drop);
}

/** The logarithm of the sum of these logarithms' numbers, which themselves may be too small to be written down. */
function logOfSum(logarithms: Float64Array): number {
  const largest = Math.max(...logarithms);
  return largest + Math.log(logarithms.reduce((sum, one) => sum + Math.exp(one - largest), 0));
}

function atMostAPart(evidence: number): number {
  return Math.min(evidence, PART_OF_A_DAY * ALARM);
}

function weigh(votes: Votes, by: Votes): number {
  return votes.helpful * by.helpful + votes.unhelpful * by.unhelpful;
}

function sum(one: Votes, other: Votes): Votes {
  return { helpful: one.helpful + other.helpful, unhelpful: one.unhelpful + other.unhelpful };
}
