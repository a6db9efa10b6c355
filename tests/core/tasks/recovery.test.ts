import { expect, test } from 'vitest';
import { hasRecovered } from '../../../src/core/tasks/recovery.ts';

test.each([
  ['no votes', 0, 0, false],
  ['four good votes', 4, 0, false],
  ['five good votes', 5, 0, true],
  ['as many as wanted', 6, 4, false],
  ['most of a few', 6, 2, false],
  ['most of some', 9, 2, true],
  ['a few more than wanted', 65, 35, false],
  ['clearly more than wanted of many', 69, 31, true],
  ['none of many', 0, 50, false],
])('%s (%i yes, %i no)', (_, helpful, unhelpful, recovered) => {
  expect(hasRecovered({ helpful, unhelpful }, 0.6)).toBe(recovered);
});

test('the limit is the one of the site', () => {
  expect(hasRecovered({ helpful: 40, unhelpful: 60 }, 0.3)).toBe(true);
  expect(hasRecovered({ helpful: 40, unhelpful: 60 }, 0.4)).toBe(false);
});

/** How often an article is taken for recovered within so many votes, looked at after each; counted exactly. */
function everRecovered(helpfulShare: number, votes: number): number {
  let found = 0;
  let open = new Map([[0, 1]]);
  for (let cast = 1; cast <= votes; cast++) {
    const next = new Map<number, number>();
    for (const [helpful, chance] of open) {
      next.set(helpful + 1, (next.get(helpful + 1) ?? 0) + chance * helpfulShare);
      next.set(helpful, (next.get(helpful) ?? 0) + chance * (1 - helpfulShare));
    }
    for (const [helpful, chance] of next) {
      if (!hasRecovered({ helpful, unhelpful: cast - helpful }, 0.6)) continue;
      found += chance;
      next.delete(helpful);
    }
    open = next;
  }
  return found;
}

test('few bad articles are taken for recovered, and good ones soon', () => {
  expect(everRecovered(0.45, 100)).toBeCloseTo(0.043, 3);
  expect(everRecovered(0.8, 100)).toBeCloseTo(1, 2);
  expect(everRecovered(0.8, 7)).toBeLessThan(0.5);
  expect(everRecovered(0.8, 8)).toBeGreaterThan(0.5);
});
