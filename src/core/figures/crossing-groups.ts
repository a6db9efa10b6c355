import { SMALLEST_GROUP } from './small-groups.ts';

/**
 * Divisions of the same people, such as by language and by week, may each hide small groups well and together give one
 * away, where their groups happen to hold almost the same people. This finds the groups by which that could be.
 *
 * What can be worked out from sums over groups is a sum of one function of each division. If such a sum is 0 for all
 * people but fewer than {@link SMALLEST_GROUP}, it may tell something of these. It cannot, where each group has that
 * many pairs of people with another group who are alike in all other divisions: take any four people away, and one
 * pair is left, for which both groups must have the same value; so have all groups in the end, which leaves 0. Groups
 * that are alike in this way are taken for one, again and again. If then everything that the divisions tell apart holds
 * enough people, or nobody, nothing can be worked out of fewer.
 *
 * @param divisions For each division and each person the number of the person's group, from 0.
 * @returns The groups of the last division that, together with those of the others, may give somebody away; `undefined`
 *   where nobody is given away.
 */
export function crossingGroups(divisions: readonly Int32Array[]): Set<number> | undefined {
  const classes = withoutCoarser(divisions).map((groups) => new Classes(groups));
  const people = divisions[0]?.length ?? 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (const [index, own] of classes.entries()) {
      const others = classes.filter((_, other) => other !== index);
      if (own.count > 1 && joinAlike(own, others, people)) changed = true;
    }
  }
  const [last, groups] = [classes.at(-1), divisions.at(-1)];
  return last && groups && rareGroups(classes, last, groups);
}

/**
 * The divisions without those that another divides further, the last one always among them: sums over their groups are
 * sums over the finer ones.
 */
function withoutCoarser(divisions: readonly Int32Array[]): Int32Array[] {
  const kept = [...divisions];
  for (const one of divisions.slice(0, -1)) {
    if (kept.some((other) => other !== one && isFiner(other, one))) kept.splice(kept.indexOf(one), 1);
  }
  return kept;
}

/** Does each group of the one lie within one group of the other? */
function isFiner(one: Int32Array, other: Int32Array): boolean {
  const within: number[] = [];
  for (let person = 0; person < one.length; person++) {
    const group = one[person] as number;
    const known = within[group];
    if (known === undefined) within[group] = other[person] as number;
    else if (known !== other[person]) return false;
  }
  return true;
}

/** The groups of a division, of which some have been found alike and are taken for one. */
class Classes {
  /** Class of each person, from 0. */
  of: Int32Array;
  count: number;
  /** How many people each class holds. */
  sizes: Int32Array;

  constructor(groups: Int32Array) {
    this.of = groups;
    this.count = 0;
    this.sizes = new Int32Array();
    this.#renumber((group) => group);
  }

  /** @param pairs Classes that are one. */
  join(pairs: readonly (readonly [number, number])[]): void {
    const parents = Int32Array.from({ length: this.count }, (_, one) => one);
    const root = (one: number): number => {
      let found = one;
      while (parents[found] !== found) found = parents[found] ?? 0;
      return found;
    };
    for (const [one, other] of pairs) parents[root(one)] = root(other);
    this.#renumber(root);
  }

  get largest(): number {
    return this.sizes.indexOf(this.sizes.reduce((most, size) => Math.max(most, size), 0));
  }

  #renumber(nameOf: (old: number) => number): void {
    const { of } = this;
    let most = 0;
    for (const group of of) if (group > most) most = group;
    const numbers = new Int32Array(most + 1).fill(-1);
    const sizes: number[] = [];
    const fresh = new Int32Array(of.length);
    for (let person = 0; person < fresh.length; person++) {
      const old = of[person] as number;
      let number = numbers[old] as number;
      if (number < 0) {
        const name = nameOf(old);
        number = numbers[name] as number;
        if (number < 0) number = sizes.push(0) - 1;
        numbers[name] = number;
        numbers[old] = number;
      }
      fresh[person] = number;
      sizes[number] = (sizes[number] as number) + 1;
    }
    this.of = fresh;
    this.count = sizes.length;
    this.sizes = Int32Array.from(sizes);
  }
}

/** Joins classes with enough people who are alike in everything else, and says whether it found some. */
function joinAlike(own: Classes, others: readonly Classes[], people: number): boolean {
  const pairs = new Map<number, number>();
  // In each place where the others agree, people are paired with those of the class that is the largest on the whole.
  let place = -1;
  let met: { one: number; count: number }[] = [];
  const pairUp = () => {
    if (met.length < 2) return;
    let hub = met[0] as { one: number; count: number };
    for (const cell of met) if (isLarger(cell.one, hub.one, own.sizes)) hub = cell;
    for (const { one, count } of met) {
      if (one === hub.one) continue;
      const pair = one * own.count + hub.one;
      pairs.set(pair, (pairs.get(pair) ?? 0) + Math.min(count, hub.count));
    }
  };
  forEachCell(keysOf([...others, own], people), sizeOf([...others, own]), (key, count) => {
    const here = Math.floor(key / own.count);
    if (here !== place) {
      pairUp();
      place = here;
      met = [];
    }
    met.push({ one: key % own.count, count });
  });
  pairUp();
  const alike = [...pairs]
    .filter(([, count]) => count >= SMALLEST_GROUP)
    .map(([pair]) => [Math.floor(pair / own.count), pair % own.count] as const);
  if (alike.length > 0) own.join(alike);
  return alike.length > 0;
}

/** The groups of people whom the classes tell apart from all but a few; not the usual ones, as far as there are others. */
function rareGroups(classes: readonly Classes[], own: Classes, groups: Int32Array): Set<number> | undefined {
  const keys = keysOf(classes, groups.length);
  const rare = new Set<number>();
  forEachCell(keys.slice(), sizeOf(classes), (key, count) => {
    if (count < SMALLEST_GROUP) rare.add(key);
  });
  if (rare.size === 0) return undefined;
  const [usual, unusual] = [new Set<number>(), new Set<number>()];
  const largest = own.largest;
  for (const [person, group] of groups.entries()) {
    if (rare.has(keys[person] ?? 0)) (own.of[person] === largest ? usual : unusual).add(group);
  }
  return unusual.size > 0 ? unusual : usual;
}

function isLarger(one: number, other: number, sizes: Int32Array): boolean {
  const difference = (sizes[one] ?? 0) - (sizes[other] ?? 0);
  return difference > 0 || (difference === 0 && one < other);
}

/** One number for all classes of a person, the last one counting least. */
function keysOf(classes: readonly Classes[], people: number): Float64Array {
  const keys = new Float64Array(people);
  for (const { of, count } of classes) {
    if (count === 1) continue;
    for (let person = 0; person < people; person++) {
      keys[person] = (keys[person] as number) * count + (of[person] as number);
    }
  }
  return keys;
}

function sizeOf(classes: readonly Classes[]): number {
  return classes.reduce((product, { count }) => product * count, 1);
}

/** Visits each key with how often it occurs, from the smallest up. The keys lose their order. */
function forEachCell(keys: Float64Array, size: number, visit: (key: number, count: number) => void): void {
  if (size <= 4 * keys.length) {
    const counts = new Int32Array(size);
    for (const key of keys) counts[key] = (counts[key] as number) + 1;
    for (let key = 0; key < size; key++) if (counts[key]) visit(key, counts[key] as number);
    return;
  }
  keys.sort();
  for (let start = 0; start < keys.length; ) {
    const key = keys[start] as number;
    let end = start + 1;
    while (keys[end] === key) end += 1;
    visit(key, end - start);
    start = end;
  }
}
