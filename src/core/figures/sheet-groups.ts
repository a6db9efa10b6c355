import { EXPECTATION_LEVELS, type ExpectationLevel } from '../expectation-level.ts';
import { type Division, type ShownDivision, ShownDivisions } from './divisions.ts';
import { EVERYBODY, GroupTree } from './group-tree.ts';
import { askedLevels } from './level-figures.ts';
import type { SheetTable } from './sheet-table.ts';
import { possibleSteps, stepOf, type TimeSteps } from './time-steps.ts';

/** The ways in which sheets are told apart; places are languages, in them categories, in them articles. */
export const SHEET_DIVISIONS = ['places', 'levels', 'sources'] as const;
export type SheetDivision = (typeof SHEET_DIVISIONS)[number];

/** What is asked of sheets: the place of a question, a level, all levels at once, or only how many there are. */
export type Asked = number | ExpectationLevel | 'all-levels' | 'sheets';

/** What may be shown of the answers to something that is asked. */
interface Shown {
  divisions: Record<SheetDivision, ShownDivision>;
  steps?: TimeSteps;
}

/** What is shown over time. */
interface Trends {
  asked: readonly Asked[];
  /** Number of the first whole week of the period. */
  wholeFrom: number;
  /** How many people a step should rather have, where five are too few to say much. */
  people: ReadonlyMap<Asked, number>;
}

/** For each sheet the number of its week, and the ways to divide them into steps. */
interface Time {
  weeks: Int32Array;
  possible: Iterable<TimeSteps>;
}

/** Survey sheets by language, category and article, by level of experience, by source and over time, and what may be shown. */
export class SheetGroups {
  readonly trees: Record<SheetDivision, GroupTree> = {
    places: new GroupTree(),
    levels: new GroupTree(),
    sources: new GroupTree(),
  };
  /** For each sheet its innermost group. */
  readonly #groups: Record<SheetDivision, Int32Array>;
  readonly #weeks: Int32Array;
  readonly #shown = new Map<Asked, Shown>();

  /**
   * @param categories As `Subject` has them.
   * @param trends What will be shown over time as well.
   * @param byArticle The questions that will be shown by article as well.
   */
  constructor(
    table: SheetTable,
    categories: (article: string, locale: string) => string,
    { trends, byArticle }: { trends?: Trends; byArticle: readonly Asked[] },
  ) {
    const { place, level, source, week } = table.columns();
    const numbers = <Name>(names: readonly Name[], keysOf: (name: Name) => string[], tree: GroupTree) =>
      names.map((name) => keysOf(name).reduce((group, key) => tree.within(group, key), EVERYBODY));
    const places = numbers(
      table.places,
      ({ locale, article }) => (article ? [locale, categories(article, locale), article] : [locale, '']),
      this.trees.places,
    );
    const levels = numbers(table.levels, (name) => [name], this.trees.levels);
    const sources = numbers(table.sources, (name) => [name], this.trees.sources);
    this.#groups = {
      places: place.map((number) => places[number] ?? EVERYBODY),
      levels: level.map((number) => levels[number] ?? EVERYBODY),
      sources: source.map((number) => sources[number] ?? EVERYBODY),
    };
    this.#weeks = week;
    this.#show(
      'sheets',
      Int32Array.from(week, (_, sheet) => sheet),
    );
    const articles = new Set(this.trees.places.ofDepth(3));
    const asked = askedLevels(table.questions);
    for (const [index, { kind }] of table.questions.entries()) {
      if (kind === 'text') continue;
      const hidden = byArticle.includes(index) ? undefined : articles;
      this.#show(index, table.answering(index), trends, hidden);
    }
    const ofLevels = EXPECTATION_LEVELS.filter((_, index) => asked[index]);
    for (const name of ofLevels) {
      this.#show(name, table.answeringLevel(name), trends, articles);
    }
    const [first, ...others] = ofLevels.map((name) => table.answeringLevel(name));
    const withAll = others.reduce((some, more) => inBoth(some, more), first ?? new Int32Array());
    this.#show('all-levels', withAll, undefined, articles);
  }

  /** How many of a group answer what is asked. */
  size(asked: Asked, division: SheetDivision, group: number): number {
    return this.#shown.get(asked)?.divisions[division].sizes[group] ?? 0;
  }

  /** Whether the answers of a group may be shown. */
  isShown(asked: Asked, division: SheetDivision, group: number): boolean {
    return this.#shown.get(asked)?.divisions[division].visible[group] ?? false;
  }

  /** The steps of time in which the answers of everybody may be shown. */
  steps(asked: Asked): TimeSteps | undefined {
    return this.#shown.get(asked)?.steps;
  }

  /** For each sheet its innermost group. */
  groups(division: SheetDivision): Int32Array {
    return this.#groups[division];
  }

  /** For each sheet the number of its week. */
  get weeks(): Int32Array {
    return this.#weeks;
  }

  #show(asked: Asked, sheets: Int32Array, trends?: Trends, hidden?: ReadonlySet<number>): void {
    const all = SHEET_DIVISIONS.map((name) =>
      this.#division(name, sheets, name === 'places' ? hidden : undefined),
    );
    const weeks = sheets.map((sheet) => this.#weeks[sheet] ?? 0);
    const timeSteps = trends?.asked.includes(asked)
      ? () => possibleSteps(weeks, { wholeFrom: trends.wholeFrom, people: trends.people.get(asked) })
      : undefined;
    const [shortest] = timeSteps?.() ?? [];
    const together = new ShownDivisions().addAll(all, shortest && stepsOf(weeks, shortest));
    if (together) this.#shown.set(asked, { divisions: named(together), steps: shortest });
    else this.#showOneByOne(asked, all, timeSteps && { weeks, possible: timeSteps() });
  }

  /** First the places, then time, then what else tells readers apart. */
  #showOneByOne(asked: Asked, [places, ...others]: Division[], time?: Time): void {
    const shown = new ShownDivisions();
    const ofPlaces = places ? [shown.add(places)] : [];
    const steps = time && safeSteps(time, shown);
    const ofOthers = others.map((division) => shown.add(division));
    this.#shown.set(asked, { divisions: named([...ofPlaces, ...ofOthers]), ...(steps && { steps }) });
  }

  #division(name: SheetDivision, sheets: Int32Array, more: ReadonlySet<number> = new Set()): Division {
    const tree = this.trees[name];
    const own = this.#groups[name];
    // A group that is not shown at all cannot be shown with its answers to one question.
    const whole = this.#shown.get('sheets')?.divisions[name].visible;
    const hidden = new Set(more);
    if (whole) for (const [group, isVisible] of whole.entries()) if (!isVisible) hidden.add(group);
    return { tree, groups: sheets.map((sheet) => own[sheet] ?? EVERYBODY), hidden };
  }
}

function named(shown: readonly ShownDivision[]): Record<SheetDivision, ShownDivision> {
  return Object.fromEntries(SHEET_DIVISIONS.map((name, index) => [name, shown[index]])) as Record<
    SheetDivision,
    ShownDivision
  >;
}

/** The shortest steps that give nobody away together with what is shown. */
function safeSteps({ weeks, possible }: Time, shown: ShownDivisions): TimeSteps | undefined {
  for (const steps of possible) {
    const places = stepsOf(weeks, steps);
    if (shown.crossing(places)) continue;
    shown.accept(places);
    return steps;
  }
  return undefined;
}

function stepsOf(weeks: Int32Array, steps: TimeSteps): Int32Array {
  return weeks.map((week) => stepOf(steps, week));
}

/** What is in both of two lists that rise. */
function inBoth(one: Int32Array, other: Int32Array): Int32Array {
  let place = 0;
  return one.filter((value) => {
    while ((other[place] ?? Number.POSITIVE_INFINITY) < value) place += 1;
    return other[place] === value;
  });
}
