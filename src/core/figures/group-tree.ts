/** The number of the group of everybody. */
export const EVERYBODY = 0;

/**
 * Groups within groups, such as articles within categories within languages, each with a number. The first is everybody,
 * and a group has a larger number than the one in which it lies.
 */
export class GroupTree {
  readonly #parents: number[] = [-1];
  readonly #keys: string[] = [''];
  readonly #numbers = new Map<string, number>();

  /** How many groups there are. */
  get size(): number {
    return this.#parents.length;
  }

  /** In which group each lies; everybody lies in -1. */
  get parents(): readonly number[] {
    return this.#parents;
  }

  /** What tells a group from the others beside it, e.g. `de`. */
  keyOf(group: number): string {
    return this.#keys[group] ?? '';
  }

  /** The number of a group, which is made if there is none. */
  within(parent: number, key: string): number {
    const name = `${parent} ${key}`;
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#parents.length;
      this.#numbers.set(name, number);
      this.#parents.push(parent);
      this.#keys.push(key);
    }
    return number;
  }

  /** The group to which these keys lead, from everybody down; `undefined` if there is none. */
  find(keys: readonly string[]): number | undefined {
    let group: number | undefined = EVERYBODY;
    for (const key of keys) {
      if (group === undefined) return undefined;
      group = this.#numbers.get(`${group} ${key}`);
    }
    return group;
  }

  /** The keys that lead to a group, from everybody down. */
  keysTo(group: number): string[] {
    const keys: string[] = [];
    for (let one = group; one > EVERYBODY; one = this.#parents[one] ?? EVERYBODY)
      keys.unshift(this.keyOf(one));
    return keys;
  }

  /** The groups of one depth; those directly within everybody have the depth 1. */
  ofDepth(depth: number): number[] {
    const depths: number[] = [];
    const found: number[] = [];
    for (const [group, parent] of this.#parents.entries()) {
      const own = parent < 0 ? 0 : (depths[parent] ?? 0) + 1;
      depths.push(own);
      if (own === depth) found.push(group);
    }
    return found;
  }

  /** Sums over each group with all that lie within it, from what was counted in the innermost ones. */
  sums(counted: ArrayLike<number>): number[] {
    const sums = this.#parents.map((_, group) => counted[group] ?? 0);
    for (let group = sums.length - 1; group > 0; group--) {
      const parent = this.#parents[group] ?? EVERYBODY;
      sums[parent] = (sums[parent] ?? 0) + (sums[group] ?? 0);
    }
    return sums;
  }
}
