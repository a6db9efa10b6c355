import { wilson } from '../statistics/wilson.ts';
import { isNobodyOrEnough, stepOf, type TimeSteps, trendIn } from './time-steps.ts';
import type { SharePoint, Trend } from './trend.ts';

/** Votes in the order of their table: number of the text, mark, and number of the week. */
export interface DatedVotes {
  text: Int32Array;
  mark: Int32Array;
  weeks: Int32Array;
  /** Number of the first whole week. */
  wholeFrom: number;
}

/** Counts votes by step and category, and says of which categories a trend gives nobody away. */
export class StepCounts {
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

  trends(withTrend: ReadonlySet<number>): ReadonlyMap<number, Trend<SharePoint>> {
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
