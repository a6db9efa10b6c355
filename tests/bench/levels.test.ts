import { describe, expect, test } from 'vitest';
import { chancesOf, exactOutcomes } from '../../bench/levels/exact-outcomes.ts';
import { outcomeOf } from '../../bench/levels/outcome.ts';
import { fillInSheets } from '../../bench/levels/simulated-sheets.ts';
import { randomNumbers } from '../../bench/simulated-votes.ts';

const SHARES = [0.9, 0.85, 0.55, 0.5];

/** What becomes of 100 readers on each level, so many of whom are content. */
const outcome = (good: readonly number[], truth: readonly number[]) => {
  const { levels } = fillInSheets({ shares: truth }, 0, Math.random);
  return outcomeOf(
    levels.map((level, index) => ({ ...level, readers: 100, good: good[index] ?? 0 })),
    truth,
  );
};

describe('simulated sheets', () => {
  test('come as near to the true shares as so many readers can, however alike their answers are', () => {
    for (const truth of [
      { shares: SHARES },
      { shares: SHARES, questions: 3, alike: 0.6 },
      { shares: SHARES, questions: 3, alike: 1, resting: 1 },
    ]) {
      const { levels } = fillInSheets(truth, 100_000, randomNumbers(1));
      for (const [index, { good, readers }] of levels.entries()) {
        expect(good / readers).toBeCloseTo(SHARES[index] ?? 0, 1.9);
      }
    }
  });

  test('of a reader are as alike as was asked for', () => {
    const truth = { shares: [0.7], questions: 2, alike: 0.5 };
    const random = randomNumbers(1);
    let [both, one] = [0, 0];
    for (let reader = 0; reader < 100_000; reader++) {
      const good = fillInSheets(truth, 1, random).levels[0]?.good;
      if (good === 1) both += 1e-5;
      if (good === 0.5) one += 1e-5;
    }
    const share = both + one / 2;
    expect((both - share ** 2) / (share * (1 - share))).toBeCloseTo(0.5, 1.5);
  });

  test('rest on each other without an exception where they always do', () => {
    const { patterns } = fillInSheets({ shares: SHARES, resting: 1 }, 500, randomNumbers(1));
    expect(patterns.map(({ agreed }) => agreed.map(Number).join('')).sort()).toEqual([
      '0000',
      '1000',
      '1100',
      '1110',
      '1111',
    ]);
  });
});

describe('what a survey said', () => {
  test('is right where it names the first level that is broken', () => {
    expect(outcome([90, 85, 50, 50], SHARES)).toBe('right');
  });

  test('is wrong where it names a level before or after that one', () => {
    expect([outcome([50, 85, 50, 50], SHARES), outcome([90, 85, 85, 50], SHARES)]).toEqual([
      'wrong',
      'wrong',
    ]);
  });

  test('is right that all hold only where they do', () => {
    const good = [90, 90, 90, 90];
    expect([outcome(good, [0.9, 0.9, 0.9, 0.9]), outcome(good, SHARES)]).toEqual(['right', 'wrong']);
  });

  test('is undecided where the climb ends before a verdict', () => {
    expect(outcome([70, 85, 50, 50], SHARES)).toBe('undecided');
  });
});

describe('the exact chances', () => {
  test('are those of the simulation', () => {
    const random = randomNumbers(1);
    const found = { right: 0, wrong: 0, undecided: 0 };
    for (let run = 0; run < 2000; run++) {
      found[outcomeOf(fillInSheets({ shares: SHARES }, 50, random).levels, SHARES)] += 1 / 2000;
    }
    const exact = exactOutcomes(SHARES, 50);
    expect(exact.right + exact.wrong + exact.undecided).toBeCloseTo(1, 12);
    expect(found.right).toBeCloseTo(exact.right, 1.5);
    expect(found.wrong).toBeCloseTo(exact.wrong, 1.5);
  });

  test('of the design that the test of the levels promises hold for 100 readers', () => {
    const { right, wrong } = exactOutcomes(SHARES, 100);
    const { holds, broken } = chancesOf(0.7, 100);
    expect(right).toBeGreaterThan(0.9);
    expect(wrong).toBeLessThan(0.001);
    expect([holds.toFixed(4), broken.toFixed(4)]).toEqual(['0.0479', '0.0530']);
  });
});
