import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXPECTATION_LEVELS, type ExpectationLevel } from '../../../src/core/expectation-level.ts';
import {
  climbLevels,
  compareLevels,
  type LevelAnswers,
  levelInterval,
  levelShare,
} from '../../../src/core/statistics/expectation-levels.ts';
import { oneSidedWilson, wilson } from '../../../src/core/statistics/wilson.ts';

type Given = [ExpectationLevel, LevelAnswers | undefined][];

/** Four levels from the ground up, each with [good, readers]; `undefined` where the survey does not ask. */
function levels(...counts: ([good: number, readers: number] | undefined)[]): Given {
  return EXPECTATION_LEVELS.map((level, index) => {
    const count = counts[index];
    return [level, count && { level, good: count[0], readers: count[1] }];
  });
}

const verdicts = (given: Given) => climbLevels(given, 0.7, 5).map(({ verdict }) => verdict);

describe('the climb up the levels', () => {
  test('passes what holds and stops at the first broken level', () => {
    expect(climbLevels(levels([180, 200], [170, 200], [110, 200], [100, 200]), 0.7, 5)).toEqual([
      { level: 'accuracy', verdict: 'holds' },
      { level: 'availability', verdict: 'holds' },
      { level: 'partnership', verdict: 'first-broken' },
      { level: 'expertise', verdict: 'not-reached' },
    ]);
  });

  test.each([
    // As the article on the four levels promises: readers, "holds" from, "first broken" up to.
    [20, 18, 10],
    [50, 41, 29],
    [100, 78, 62],
    [200, 151, 129],
  ])('with %i readers holds from %i good answers and is broken up to %i', (readers, holds, broken) => {
    const verdict = (good: number) => verdicts(levels([good, readers]))[0];
    expect([verdict(holds), verdict(holds - 1)]).toEqual(['holds', 'undecided']);
    expect([verdict(broken), verdict(broken + 1)]).toEqual(['first-broken', 'undecided']);
  });

  test('stops where it cannot tell, and says how many more readers would tell', () => {
    const [accuracy, availability] = climbLevels(levels([40, 50], [50, 50]), 0.7, 5);
    expect(accuracy).toEqual({ level: 'accuracy', verdict: 'undecided', more: 7 });
    expect(availability).toEqual({ level: 'availability', verdict: 'not-reached' });
  });

  test('gives no number where the share lies on the limit, which no number of readers decides', () => {
    expect(climbLevels(levels([70, 100]), 0.7, 5)[0]).toEqual({ level: 'accuracy', verdict: 'undecided' });
  });

  test('the number of readers that it asks for decides, if they answer like those before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (readers, part) => {
          const good = Math.round(readers * part);
          const [test] = climbLevels(levels([good, readers]), 0.7, 5);
          if (test?.verdict !== 'undecided' || test.more === undefined) return;
          const all = readers + test.more;
          const share = good / readers;
          // Beside the bound, a part of a reader may be rounded away.
          const [low, high] = [Math.floor(share * all), Math.ceil(share * all)];
          const decides = oneSidedWilson(high, all).low >= 0.7 || oneSidedWilson(low, all).high < 0.7;
          expect(decides).toBe(true);
        },
      ),
    );
  });

  test('steps over a level that the survey does not ask about', () => {
    expect(verdicts(levels([90, 100], undefined, [50, 100], [50, 100]))).toEqual([
      'holds',
      'not-asked',
      'first-broken',
      'not-reached',
    ]);
  });

  test('does not judge a level on which too few answered, nor one above it', () => {
    expect(verdicts(levels([90, 100], [4, 4], [50, 100], [3, 3]))).toEqual([
      'holds',
      'too-few',
      'not-reached',
      'too-few',
    ]);
  });

  test('names the third level as often as methods.md says, and hardly ever a wrong one', () => {
    const random = seeded(20261121);
    const truth = [0.9, 0.85, 0.55, 0.5];
    for (const [readers, right] of [
      [50, 0.53],
      [100, 0.92],
      [200, 0.997],
    ] as const) {
      const runs = 1500;
      let third = 0;
      let wrong = 0;
      for (let run = 0; run < runs; run += 1) {
        const good = truth.map(
          (share) => Array.from({ length: readers }, random).filter((r) => r < share).length,
        );
        const broken = verdicts(levels(...good.map((count): [number, number] => [count, readers]))).indexOf(
          'first-broken',
        );
        if (broken === 2) third += 1;
        else if (broken >= 0) wrong += 1;
      }
      expect(Math.abs(third / runs - right)).toBeLessThan(0.03);
      expect(wrong / runs).toBeLessThanOrEqual(0.053);
    }
  });
});

describe('levels side by side', () => {
  test('are each judged, whatever lies under them', () => {
    expect(compareLevels(levels([50, 100], [90, 100], [72, 100], [2, 3]), 0.7, 5)).toEqual([
      { level: 'accuracy', verdict: 'below' },
      { level: 'availability', verdict: 'holds' },
      { level: 'partnership', verdict: 'undecided', more: 1321 },
      { level: 'expertise', verdict: 'too-few' },
    ]);
  });
});

describe('the share of a level', () => {
  test('counts a reader once and rounds part of a reader away from a verdict', () => {
    const { share, low, high } = levelShare({ level: 'accuracy', readers: 30, good: 20 + 2 / 3 });
    expect(share).toBeCloseTo(0.6889, 4);
    expect(low).toBe(oneSidedWilson(20, 30).low);
    expect(high).toBe(oneSidedWilson(21, 30).high);
  });

  test('is not led astray by thirds that do not sum to a whole', () => {
    const good = Array.from({ length: 30 }, () => 1 / 3).reduce((sum, third) => sum + third, 0);
    expect(levelShare({ level: 'accuracy', readers: 30, good })).toEqual({
      readers: 30,
      share: good / 30,
      ...oneSidedWilson(10, 30),
    });
  });

  test('does not exist without readers', () => {
    expect(() => levelShare({ level: 'accuracy', readers: 0, good: 0 })).toThrow(RangeError);
  });
});

/** Mulberry32: the same numbers on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('the two-sided interval of a level is that of other shares, and parts of readers are rounded away from it', () => {
  expect(levelInterval({ level: 'accuracy', readers: 50, good: 45 })).toEqual({
    share: 0.9,
    ...wilson(45, 50),
  });
  expect(levelInterval({ level: 'accuracy', readers: 50, good: 44.5 })).toEqual({
    share: 0.89,
    low: wilson(44, 50).low,
    high: wilson(45, 50).high,
  });
});
