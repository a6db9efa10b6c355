import type { Day } from '../calendar.ts';
import { type ShownDivision, ShownDivisions } from './divisions.ts';
import { EVERYBODY, GroupTree } from './group-tree.ts';
import { weekOfDay } from './period.ts';
import { type Share, shareOf } from './share.ts';
import { firstWholeWeek } from './time-steps.ts';
import { type VoteSteps, voteSteps } from './vote-steps.ts';
import type { VoteTable } from './vote-table.ts';

/** The categories of articles, as `Subject` has them. */
type Categories = (article: string, locale: string) => string;

/** The ways in which votes are told apart: by what they are on, and by level of experience, empty if not said. */
export type VoteDivision = 'places' | 'levels';

/** Where a group of votes lies: language, category, article, revision, as far as it goes; or the level. */
export type VotePath = readonly string[];

/**
 * Votes by language, category, article and revision, by level of experience and over time: how many there are, and what
 * may be shown of what they say.
 */
export class VoteGroups {
  readonly places = new GroupTree();
  readonly levels = new GroupTree();
  /** Missing where not asked for, or where too few voted. */
  readonly steps?: VoteSteps;
  readonly #categories: Categories;
  readonly #divisions: Record<VoteDivision, { shown: ShownDivision; helpful: number[] }>;

  /** @param trendsFrom The first day of figures over time, where these will be shown as well. */
  constructor(table: VoteTable, categories: Categories, trendsFrom?: Day) {
    this.#categories = categories;
    const { texts, text, mark } = table.inOrder();
    const placeOf = texts.map(({ locale, article, revision }) =>
      [locale, categories(article, locale), article, revision].reduce(
        (group, key) => this.places.within(group, key),
        EVERYBODY,
      ),
    );
    const levelOf = texts.map(({ level }) => this.levels.within(EVERYBODY, level ?? ''));
    const places = text.map((number) => placeOf[number] ?? EVERYBODY);
    const levels = text.map((number) => levelOf[number] ?? EVERYBODY);
    const shown = new ShownDivisions();
    const shownPlaces = shown.add({ tree: this.places, groups: places });
    if (trendsFrom) {
      const weeks = mark.map((value) => weekOfDay(value >> 1));
      const tree = { tree: this.places, ofText: placeOf, visible: shownPlaces.visible };
      this.steps = voteSteps({ text, mark, weeks, wholeFrom: firstWholeWeek(trendsFrom) }, tree, shown);
    }
    const shownLevels = shown.add({ tree: this.levels, groups: levels });
    this.#divisions = {
      places: { shown: shownPlaces, helpful: helpfulIn(this.places, places, mark) },
      levels: { shown: shownLevels, helpful: helpfulIn(this.levels, levels, mark) },
    };
  }

  /** How many votes a group has. */
  total(keys: VotePath, division: VoteDivision = 'places'): number {
    const group = this[division].find(keys);
    return group === undefined ? 0 : (this.#divisions[division].shown.sizes[group] ?? 0);
  }

  /** The helpful share of the votes of a group, where it may be shown. */
  share(keys: VotePath, division: VoteDivision = 'places'): Share | undefined {
    const { shown, helpful } = this.#divisions[division];
    const group = this[division].find(keys);
    if (group === undefined || !shown.visible[group]) return undefined;
    return shareOf(helpful[group] ?? 0, shown.sizes[group] ?? 0);
  }

  /** The languages with votes. */
  locales(): string[] {
    return this.places.ofDepth(1).map((group) => this.places.keyOf(group));
  }

  /** The path to an article. */
  pathOf(article: string, locale: string): VotePath {
    return [locale, this.#categories(article, locale), article];
  }
}

function helpfulIn(tree: GroupTree, groups: Int32Array, mark: Int32Array): number[] {
  const counted = new Int32Array(tree.size);
  for (let vote = 0; vote < groups.length; vote++) {
    const group = groups[vote] ?? EVERYBODY;
    counted[group] = (counted[group] ?? 0) + ((mark[vote] ?? 0) & 1);
  }
  return tree.sums(counted);
}
