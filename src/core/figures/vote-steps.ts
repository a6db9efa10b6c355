import type { ShownDivisions } from './divisions.ts';
import type { GroupTree } from './group-tree.ts';
import { possibleSteps, type TimeSteps } from './time-steps.ts';
import type { SharePoint, Trend } from './trend.ts';
import { type DatedVotes, StepCounts } from './vote-step-counts.ts';

/** Steps are long enough where this part of the categories that are shown has a trend. */
const MOST_CATEGORIES = 0.75;

/** A trend of fewer steps than this says little. */
const FEWEST_STEPS = 6;

/** Groups of the tree of votes, everybody being 0, that are categories: language, then category. */
const CATEGORY_DEPTH = 2;

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
