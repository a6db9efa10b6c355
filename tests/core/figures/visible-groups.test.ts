import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVERYBODY, GroupTree } from '../../../src/core/figures/group-tree.ts';
import { SMALLEST_GROUP } from '../../../src/core/figures/small-groups.ts';
import { smallestShown, visibleGroups } from '../../../src/core/figures/visible-groups.ts';

/** A tree from the numbers of people in its innermost groups, such as `{ 'en/billing': 12 }`. */
function treeOf(people: Record<string, number>) {
  const tree = new GroupTree();
  const counted: number[] = [];
  for (const [path, count] of Object.entries(people)) {
    const group = path.split('/').reduce((parent, key) => tree.within(parent, key), EVERYBODY);
    counted[group] = (counted[group] ?? 0) + count;
  }
  return { tree, counted, sizes: tree.sums(counted) };
}

function shownOf(people: Record<string, number>, hidden: readonly string[] = []): string[] {
  const { tree, sizes } = treeOf(people);
  const secret = new Set(hidden.map((path) => tree.find(path.split('/')) ?? -1));
  return visibleGroups(tree, sizes, secret).flatMap((visible, group) =>
    visible ? [tree.keysTo(group).join('/')] : [],
  );
}

test('groups that are large enough are shown within each other', () => {
  expect(shownOf({ 'en/billing': 12, 'en/account': 5, 'de/billing': 7 })).toEqual([
    '',
    'en',
    'en/billing',
    'en/account',
    'de',
    'de/billing',
  ]);
  expect(shownOf({ 'en/billing': 4 })).toEqual([]);
});

test('where one group is small, the smallest beside it is hidden, but not all that lies within that', () => {
  expect(
    shownOf({ 'fr/billing': 2, 'de/billing': 9, 'de/account': 5, 'de/shop': 6, 'en/billing': 40 }),
  ).toEqual(['', 'de/billing', 'de/shop', 'en', 'en/billing']);
});

test('small groups that are enough together hide each other', () => {
  expect(shownOf({ fr: 2, it: 3, de: 9 })).toEqual(['', 'de']);
});

test('a group that is hidden for another reason hides small ones beside it', () => {
  expect(shownOf({ fr: 2, de: 9, en: 30 }, ['en'])).toEqual(['', 'de']);
});

test('what is left of a group that is shown is nobody or enough', () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const path = fc.tuple(key, key, key).map((keys) => keys.join('/'));
  fc.assert(
    fc.property(fc.dictionary(path, fc.nat(9)), fc.array(path, { maxLength: 3 }), (people, hidden) => {
      const { tree, counted, sizes } = treeOf(people);
      const secret = new Set(hidden.map((one) => tree.find(one.split('/')) ?? -1));
      const smallest = smallestShown(tree, visibleGroups(tree, sizes, secret));
      const left = new Map<number, number>();
      for (const [group, place] of smallest.entries()) {
        left.set(place, (left.get(place) ?? 0) + (counted[group] ?? 0));
      }
      left.delete(-1);
      expect([...left.values()].filter((count) => count > 0 && count < SMALLEST_GROUP)).toEqual([]);
    }),
  );
});
