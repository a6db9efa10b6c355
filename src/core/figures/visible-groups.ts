import { EVERYBODY, type GroupTree } from './group-tree.ts';
import { SMALLEST_GROUP } from './small-groups.ts';

/**
 * Which groups of a tree may be shown: those that are large enough, and so that what is left of a group that is shown,
 * once all groups within it that are shown are taken away, is nobody or large enough.
 *
 * Where the small groups beside each other are too few together, the smallest large one is hidden with them; and because
 * it can hide them as well with a part of it, the groups within it are shown but for the smallest one, and so on down.
 *
 * @param sizes How many belong to each group, those within it included.
 * @param hidden Groups that stay hidden for another reason.
 */
export function visibleGroups(
  tree: GroupTree,
  sizes: readonly number[],
  hidden: ReadonlySet<number> = new Set(),
): boolean[] {
  const visible: boolean[] = new Array(tree.size).fill(false);
  const children = childrenOf(tree);
  const sizeOf = (group: number) => sizes[group] ?? 0;
  if (sizeOf(EVERYBODY) >= SMALLEST_GROUP) show(EVERYBODY);
  return visible;

  function show(group: number): void {
    visible[group] = true;
    showWithin(group, 0);
  }

  /**
   * Shows groups within a group.
   *
   * @param secret How many are hidden beside it.
   * @returns How many are hidden in the end, there and within it.
   */
  function showWithin(parent: number, secret: number): number {
    const groups = children[parent] ?? [];
    if (groups.length === 0) return secret + sizeOf(parent);
    const large = groups.filter((group) => sizeOf(group) >= SMALLEST_GROUP);
    let left = secret + sizeOf(parent) - large.reduce((sum, group) => sum + sizeOf(group), 0);
    const shown = large.filter((group) => !hidden.has(group)).sort((a, b) => sizeOf(b) - sizeOf(a) || a - b);
    for (const group of large) if (hidden.has(group)) left = showWithin(group, left);
    while (left > 0 && left < SMALLEST_GROUP && shown.length > 0) {
      left = showWithin(shown.pop() as number, left);
    }
    for (const group of shown) show(group);
    return left;
  }
}

/**
 * The smallest group that is shown of those in which each group lies, itself included; -1 where none is. People who
 * share it are told apart by nothing that is shown of this tree.
 */
export function smallestShown(tree: GroupTree, visible: readonly boolean[]): Int32Array {
  const smallest = new Int32Array(tree.size);
  for (const [group, parent] of tree.parents.entries()) {
    smallest[group] = visible[group] ? group : parent < 0 ? -1 : (smallest[parent] ?? -1);
  }
  return smallest;
}

function childrenOf(tree: GroupTree): number[][] {
  const children: number[][] = Array.from({ length: tree.size }, () => []);
  for (const [group, parent] of tree.parents.entries()) children[parent]?.push(group);
  return children;
}
