import type { VoteDay } from '../audit-feedback/audit-feedback.ts';
import type { Day } from '../calendar.ts';
import type { Beta } from './beta-binomial.ts';
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
const ALARM = Math.log(300);

/** One day brings an alarm no nearer than by this part, however many votes it has: a bad day is no fall. */
const PART_OF_A_DAY = 0.4;

/** The share before a fall is not known from fewer votes than this, and that after it not from fewer than that. */
const FEWEST_BEFORE = 30;
const FEWEST_AFTER = 10;

/** A share that has fallen is at least this. */
const LOWEST = 0.05;

/**
 * Looks for a fall of the share of helped readers while the text stayed as it was: a one-sided Bernoulli CUSUM over
 * the votes of each day. The votes since the likeliest day of a fall weigh how much likelier they are if the share
 * fell by `drop` on that day; when that is no longer likelier than no fall, they join the votes before.
 *
 * The share before the fall is not given, as it would be for a machine, but learnt from the votes before, as a Beta
 * distribution (from a uniform prior: with the site's as prior, an article that was never as good as others would
 * seem to have fallen). Both likelihoods are averages over it: without a fall as it is, with a fall with its mean
 * lower by `drop` and the same variance. What has fallen and then rises again is told by the same sum in the other
 * direction, from the share before and the one that is lower by `drop`.
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
    this.#run ??= new Run(this.#before, this.#drop);
    this.#run.add(day);
    if (!this.#run.isOver()) return;
    // The votes of a fall that is over are not those of the text as it helps when nothing is wrong.
    if (!this.#run.hasFallen) this.#before = sum(this.#before, this.#run.votes);
    this.#run = undefined;
  }

  get fall(): Fall | undefined {
    return this.#run?.hasFallen ? likeliestFall(this.#before, this.#run.days) : undefined;
  }
}

/**
 * The fall on the day that makes the votes likeliest, if a share fell on one of these days. The sum that gave the alarm
 * often begins earlier: with the few bad votes that happened to come before the fall.
 *
 * @param earlier the votes before these days
 */
function likeliestFall(earlier: Votes, days: readonly VoteDay[]): Fall | undefined {
  let before = earlier;
  let after = days.reduce<Votes>(sum, { helpful: 0, unhelpful: 0 });
  let best: (Fall & { likelihood: number }) | undefined;
  for (const day of days) {
    if (after.helpful + after.unhelpful < FEWEST_AFTER) break;
    const likelihood = likelihoodOf(before) + likelihoodOf(after);
    if (!best || likelihood > best.likelihood) best = { since: day.day, before, after, likelihood };
    before = sum(before, day);
    after = { helpful: after.helpful - day.helpful, unhelpful: after.unhelpful - day.unhelpful };
  }
  return best && { since: best.since, before: best.before, after: best.after };
}

/** The logarithm of how likely votes are at their own share. */
function likelihoodOf({ helpful, unhelpful }: Votes): number {
  const all = helpful + unhelpful;
  const part = (count: number) => (count === 0 ? 0 : count * Math.log(count / all));
  return part(helpful) + part(unhelpful);
}

/** The votes since a day on which the share may have fallen. */
class Run {
  readonly days: VoteDay[] = [];
  votes: Votes = { helpful: 0, unhelpful: 0 };
  hasFallen = false;
  /** Logarithm of how much likelier these votes are with a fall than without one. */
  #evidence = 0;
  /** The same of a rise to where the share was, once it has fallen. */
  #risen = 0;
  /** What is known of the share without a fall, and with one. */
  #stayed: Beta;
  #fell: Beta;
  readonly #before: number;
  readonly #after: number;

  constructor({ helpful, unhelpful }: Votes, drop: number) {
    this.#stayed = { a: 1 + helpful, b: 1 + unhelpful };
    this.#before = meanOf(this.#stayed);
    this.#after = Math.max(LOWEST, this.#before - drop);
    this.#fell = withMean(this.#after, this.#stayed);
  }

  add(day: VoteDay): void {
    this.days.push(day);
    this.votes = sum(this.votes, day);
    const step = evidenceIn(day, this.#fell, this.#stayed);
    const part = Math.min(1, (PART_OF_A_DAY * ALARM) / Math.abs(step));
    this.#evidence += part * step;
    this.#stayed = learn(this.#stayed, day, part);
    this.#fell = learn(this.#fell, day, part);
    if (this.hasFallen) this.#watchRise(day);
    const { helpful, unhelpful } = this.votes;
    if (this.#evidence >= ALARM && helpful + unhelpful >= FEWEST_AFTER) this.hasFallen = true;
  }

  /** Is there nothing left to say for a fall? */
  isOver(): boolean {
    return this.#evidence <= 0 || this.#risen >= ALARM;
  }

  #watchRise({ helpful, unhelpful }: Votes): void {
    const ofYes = Math.log(this.#before / this.#after);
    const ofNo = Math.log((1 - this.#before) / (1 - this.#after));
    const step = helpful * ofYes + unhelpful * ofNo;
    this.#risen = Math.max(0, this.#risen + Math.min(step, PART_OF_A_DAY * ALARM));
  }
}

function meanOf({ a, b }: Beta): number {
  return a / (a + b);
}

/** A Beta distribution with another mean, and the variance of this one. */
function withMean(mean: number, beta: Beta): Beta {
  const variance = (meanOf(beta) * (1 - meanOf(beta))) / (beta.a + beta.b + 1);
  const strength = Math.max(2, (mean * (1 - mean)) / variance - 1);
  return { a: mean * strength, b: (1 - mean) * strength };
}

/**
 * The logarithm of how much likelier these votes are, one after the other, given the one knowledge of the share than
 * given the other: each is likely as the mean of what is known after those before it.
 */
function evidenceIn({ helpful, unhelpful }: Votes, one: Beta, other: Beta): number {
  return (
    logOfRatios(one.a, other.a, helpful) +
    logOfRatios(one.b, other.b, unhelpful) -
    logOfRatios(one.a + one.b, other.a + other.b, helpful + unhelpful)
  );
}

/** The logarithm of `(x / y) * ((x + 1) / (y + 1)) * …`, so many factors. */
function logOfRatios(x: number, y: number, factors: number): number {
  let logarithm = 0;
  let product = 1;
  for (let factor = 0; factor < factors; factor++) {
    product *= (x + factor) / (y + factor);
    // Before it becomes too large or too small to be written down.
    if (product > 1e100 || product < 1e-100) {
      logarithm += Math.log(product);
      product = 1;
    }
  }
  return logarithm + Math.log(product);
}

/** What is known after these votes, of which each counts for a part of one. */
function learn({ a, b }: Beta, { helpful, unhelpful }: Votes, part: number): Beta {
  return { a: a + part * helpful, b: b + part * unhelpful };
}

function sum(one: Votes, other: Votes): Votes {
  return { helpful: one.helpful + other.helpful, unhelpful: one.unhelpful + other.unhelpful };
}
