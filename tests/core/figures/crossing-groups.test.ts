import { expect, test } from 'vitest';
import { crossingGroups } from '../../../src/core/figures/crossing-groups.ts';

/** So many people of each pair of groups. */
function divisionsOf(...people: [one: number, other: number, count: number][]): Int32Array[] {
  const all = people.flatMap(([one, other, count]) => Array.from({ length: count }, () => [one, other]));
  return [0, 1].map((division) => Int32Array.from(all, (groups) => groups[division] ?? 0));
}

test('groups that share all but a few people would give these few away', () => {
  // All of group 1 but two belong to group 7, and nobody else does.
  expect(crossingGroups(divisionsOf([0, 0, 30], [1, 7, 8], [1, 0, 2]))).toEqual(new Set([0]));
  expect(crossingGroups(divisionsOf([0, 0, 30], [1, 7, 8], [0, 7, 2]))).toEqual(new Set([7]));
});

test('groups with enough people in all places give nobody away', () => {
  expect(crossingGroups(divisionsOf([0, 0, 30], [1, 7, 8], [1, 0, 5]))).toBeUndefined();
  expect(crossingGroups(divisionsOf([0, 0, 30], [1, 7, 8]))).toBeUndefined();
  // Two are alone in their place, but too many others stand in the same groups.
  expect(crossingGroups(divisionsOf([0, 0, 30], [1, 1, 20], [1, 0, 9], [0, 1, 2]))).toBeUndefined();
});

test('what another division divides further, or as well, tells nothing more', () => {
  const people: [place: number, morning: number, level: number, count: number][] = [
    [0, 0, 0, 6],
    [1, 0, 0, 2],
    [1, 2, 0, 15],
    [1, 3, 0, 15],
    [2, 0, 1, 9],
    [2, 2, 1, 9],
    [2, 3, 1, 9],
  ];
  const [places, mornings, levels] = [0, 1, 2].map((index) =>
    Int32Array.from(people.flatMap((group) => new Array(group[3]).fill(group[index]))),
  ) as [Int32Array, Int32Array, Int32Array];
  const weeks = mornings.map((morning) => morning >> 1);
  expect(crossingGroups([places, mornings, levels])).toBeUndefined();
  expect(crossingGroups([places, weeks, mornings, levels])).toBeUndefined();
  expect(crossingGroups([places, mornings, mornings.slice(), levels])).toBeUndefined();
  expect(crossingGroups([places, weeks, mornings])).toBeUndefined();
});

test('nobody is given away where nobody is', () => {
  expect(crossingGroups([new Int32Array(), new Int32Array()])).toBeUndefined();
});
