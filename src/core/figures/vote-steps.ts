import { wilson } from '../statistics/wilson.ts';
import type { ShownDivisions } from './divisions.ts';
import type { GroupTree } from './group-tree.ts';
import { isNobodyOrEnough, possibleSteps, stepOf, type TimeSteps, trendIn } from './time-steps.ts';
import type { SharePoint, Trend } from './trend.ts';

/** Steps are long enough where this part of the categories that are shown has a trend. */
const MOST_CATEGORIES = 0.75;

/** A trend of fewer steps than this says little. */
const FEWEST_STEPS = 6;

/** Groups of the tree of votes, everybody being 0, that are categories: language, then category. */
const CATEGORY_DEPTH = 2;

/** Votes in the order of their table: number of the text, mark, and number of the week. */
interface DatedVotes {
  text: Int32Array;
  mark: Int32Array;
  weeks: Int32Array;
  /** Number of the first whole week. */
  wholeFrom: number;
}

interface VotePlaces {
  tree: GroupTree;
  /** The group of each text. */
  ofText: readonly number[];
  visible: readonly boolean[];
}

/** Votes over time: all, and those of the categories of which that may be shown. */
export interface VoteSteps {
  trend: Trend<SharePoint>;
  /** By the group of the category. */
  categories: ReadonlyMap<number, Trend<SharePoint>>;
}

/**
 * Votes over time, in steps that give nobody away: neither by themselves nor together with the groups that are shown.
 * Categories have fewer votes, and so all of them longer steps, if more of them can be shown then.
 *
 * @returns `undefined` where too few voted.
 */
export function voteSteps(
  votes: DatedVotes,
  places: VotePlaces,
  shown: ShownDivisions,
): VoteSteps | undefined {
  const categoryOf = categoriesOf(places);
  const own = votes.text.map((text) => categoryOf[text] ?? 0);
  for (const steps of possibleSteps(votes.weeks, votes)) {
    const counts = new StepCounts(steps, votes, own);
    const cells = counts.cells(new Set());
    if (shown.crossing(cells)) continue;
    shown.accept(cells);
    return { trend: counts.trend(), categories: categorySteps(counts, steps, votes, own, places, shown) };
  }
  return undefined;
}

/** The trends of most categories, or else of as many as can be shown, in steps as short as they can be then. */
function categorySteps(
  shortest: StepCounts,
  base: TimeSteps,
  votes: DatedVotes,
  own: Int32Array,
  { visible }: VotePlaces,
  shown: ShownDivisions,
): VoteSteps['categories'] {
  let best = { counts: shortest, withTrend: shortest.showable(visible) };
  const enough = MOST_CATEGORIES * shortest.visible(visible);
  for (let times = 2; best.withTrend.size < enough && times * FEWEST_STEPS <= base.steps; times++) {
    const counts = new StepCounts(longer(base, times), votes, own);
    const withTrend = counts.showable(visible);
    if (withTrend.size > best.withTrend.size) best = { counts, withTrend };
  }
  const { counts } = best;
  let { withTrend } = best;
  while (withTrend.size > 0) {
    const cells = counts.cells(withTrend);
    const crossing = shown.crossing(cells);
    if (!crossing) {
      shown.accept(cells);
      break;
    }
    const fewer = counts.without(withTrend, crossing);
    withTrend = fewer.size < withTrend.size ? fewer : new Set();
  }
  return counts.trends(withTrend);
}

/** Steps of which each holds so many of these. */
function longer({ first, steps, weeksAStep }: TimeSteps, times: number): TimeSteps {
  return { first, steps: Math.ceil(steps / times), weeksAStep: times * weeksAStep };
}

/** The category's group of each text. */
function categoriesOf({ tree, ofText }: VotePlaces): number[] {
  const categories = new Set(tree.ofDepth(CATEGORY_DEPTH));
  return ofText.map((place) => {
    let group = place;
    while (group > 0 && !categories.has(group)) group = tree.parents[group] ?? 0;
    return group;
  });
}

/** Counts of votes by step and category. */
class StepCounts {
  readonly #steps: TimeSteps;
  readonly #weeks: Int32Array;
  readonly #own: Int32Array;
  readonly #all: StepSums;
  readonly #byCategory = new Map<number, StepSums>();

  constructor(steps: TimeSteps, { mark, weeks }: DatedVotes, own: Int32Array) {
    this.#steps = steps;
    this.#weeks = weeks;
    this.#own = own;
    this.#all = new StepSums(steps.steps);
    for (let vote = 0; vote < mark.length; vote++) {
      const category = own[vote] ?? 0;
      let sums = this.#byCategory.get(category);
      if (!sums) {
        sums = new StepSums(steps.steps);
        this.#byCategory.set(category, sums);
      }
      const step = stepOf(steps, weeks[vote] ?? 0);
      const helpful = (mark[vote] ?? 0) & 1;
      sums.add(step, helpful);
      this.#all.add(step, helpful);
    }
  }

  /** How many categories are shown. */
  visible(visible: readonly boolean[]): number {
    return [...this.#byCategory.keys()].filter((category) => visible[category]).length;
  }

  /** The categories whose trend gives nobody away within a step: neither themselves nor all others together. */
  showable(visible: readonly boolean[]): Set<number> {
    const found = new Set(
      [...this.#byCategory]
        .filter(([category, { of }]) => visible[category] && of.every(isNobodyOrEnough))
        .filter(([, { of }]) => of.filter((count) => count > 0).length >= 2)
        .map(([category]) => category),
    );
    return this.#withEnoughOthers(found);
  }

  /** These categories without those that have a vote in one of these cells. */
  without(withTrend: ReadonlySet<number>, cells: ReadonlySet<number>): Set<number> {
    const fewer = new Set(withTrend);
    for (const cell of cells) fewer.delete(Math.floor(cell / this.#steps.steps));
    return this.#withEnoughOthers(fewer);
  }

  /** For each vote a number that tells apart its step, and its category if that has a trend. */
  cells(withTrend: ReadonlySet<number>): Int32Array {
    return this.#own.map(
      (category, vote) =>
        (withTrend.has(category) ? category : 0) * this.#steps.steps +
        stepOf(this.#steps, this.#weeks[vote] ?? 0),
    );
  }

  /** All votes. */
  trend(): Trend<SharePoint> {
    return trendIn(this.#steps, this.#all.points());
  }

  trends(withTrend: ReadonlySet<number>): VoteSteps['categories'] {
    return new Map(
      [...withTrend].map((category) => [
        category,
        trendIn(this.#steps, this.#byCategory.get(category)?.points() ?? []),
      ]),
    );
  }

  #withEnoughOthers(found: Set<number>): Set<number> {
    for (let step = 0; step < this.#steps.steps; step++) {
      const inStep = (category: number) => this.#byCategory.get(category)?.of[step] ?? 0;
      const shown = [...found].reduce((sum, category) => sum + inStep(category), 0);
      if (isNobodyOrEnough((this.#all.of[step] ?? 0) - shown)) continue;
      const smallest = [...found]
        .filter((category) => inStep(category) > 0)
        .sort((a, b) => this.#total(a) - this.#total(b) || a - b)[0];
      if (smallest === undefined) continue;
      found.delete(smallest);
      step = -1;
    }
    return found;
  }

  #total(category: number): number {
    return this.#byCategory.get(category)?.of.reduce((sum, count) => sum + count, 0) ?? 0;
  }
}

/** Votes of each step. */
class StepSums {
  readonly of: Int32Array;
  readonly helpful: Int32Array;

  constructor(steps: number) {
    this.of = new Int32Array(steps);
    this.helpful = new Int32Array(steps);
  }

  add(step: number, helpful: number): void {
    this.of[step] = (this.of[step] ?? 0) + 1;
    this.helpful[step] = (this.helpful[step] ?? 0) + helpful;
  }

  points(): SharePoint[] {
    return [...this.of].flatMap((of, step) => {
      const helpful = this.helpful[step] ?? 0;
      return of === 0 ? [] : [{ step, of, share: helpful / of, ...wilson(helpful, of) }];
    });
  }
}
