import { crossingGroups } from './crossing-groups.ts';
import { EVERYBODY, type GroupTree } from './group-tree.ts';
import { smallestShown, visibleGroups } from './visible-groups.ts';

/** How often groups are hidden one after the other before a whole division is left out. */
const MOST_ATTEMPTS = 8;

/** One way of telling people apart: each belongs to an innermost group of a tree. */
export interface Division {
  tree: GroupTree;
  /** For each person the number of the innermost group. */
  groups: Int32Array;
  /** Only groups that are shown for another reason, too, can be shown. */
  hidden?: ReadonlySet<number>;
}

/** A division with the groups of it that may be shown. */
export interface ShownDivision {
  /** How many belong to each group. */
  sizes: number[];
  visible: boolean[];
}

/**
 * Which groups of several divisions of the same people may be shown together, so that nobody can work out what fewer
 * than five of them said: neither within a division nor by what its groups share with those of another.
 *
 * @param divisions The most important first: where two give somebody away, groups of the later one are hidden.
 */
export class ShownDivisions {
  readonly #accepted: Int32Array[] = [];

  /**
   * Takes in several divisions at once if none of their groups has to be hidden for the sake of another, which is the
   * rule where many answered.
   *
   * @param places Of a division of which all is shown, the group of each person.
   */
  addAll(divisions: readonly Division[], places?: Int32Array): ShownDivision[] | undefined {
    const shown = divisions.map(({ tree, groups, hidden }) => {
      const sizes = sizesOf(tree, groups);
      return { sizes, visible: visibleGroups(tree, sizes, hidden) };
    });
    const all = divisions.map(({ tree, groups }, index) =>
      placesOf(tree, groups, shown[index]?.visible ?? []),
    );
    if (crossingGroups([...this.#accepted, ...(places ? [places] : []), ...all])) return undefined;
    this.#accepted.push(...(places ? [places] : []), ...all);
    return shown;
  }

  /** Takes in a division, hides what gives somebody away, and says what is left. */
  add({ tree, groups, hidden: already = new Set() }: Division): ShownDivision {
    const sizes = sizesOf(tree, groups);
    const hidden = new Set(already);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const visible = visibleGroups(tree, sizes, hidden);
      const smallest = placesOf(tree, groups, visible);
      const crossing = this.crossing(smallest);
      if (!crossing) {
        this.accept(smallest);
        return { sizes, visible };
      }
      const found = [...crossing].filter((group) => group !== EVERYBODY);
      for (const group of found.length > 0 ? found : smallestOf(visible, sizes)) hidden.add(group);
    }
    return { sizes, visible: new Array(tree.size).fill(false) };
  }

  /**
   * The groups of a further division by which, together with those taken in, somebody could be told apart; `undefined`
   * where there are none.
   *
   * @param places For each person the number of the smallest group that is shown.
   */
  crossing(places: Int32Array): Set<number> | undefined {
    return this.#accepted.length > 0 ? crossingGroups([...this.#accepted, places]) : undefined;
  }

  accept(places: Int32Array): void {
    this.#accepted.push(places);
  }
}

/** The smallest group that is shown, if there is one within everybody. */
function smallestOf(visible: readonly boolean[], sizes: readonly number[]): number[] {
  const shown = [...visible.keys()].filter((group) => visible[group] && group !== EVERYBODY);
  return shown.sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0) || a - b).slice(0, 1);
}

function sizesOf(tree: GroupTree, groups: Int32Array): number[] {
  const counted = new Int32Array(tree.size);
  for (const group of groups) counted[group] = (counted[group] ?? 0) + 1;
  return tree.sums(counted);
}

function placesOf(tree: GroupTree, groups: Int32Array, visible: readonly boolean[]): Int32Array {
  // Where nothing is shown, everybody is in one place.
  const smallest = smallestShown(tree, visible).map((group) => Math.max(group, 0));
  return groups.map((group) => smallest[group] ?? 0);
}
