import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneSidedWilson, wilson } from '../../../src/core/statistics/wilson.ts';

const counts = fc
  .integer({ min: 1, max: 100_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

describe('the Wilson interval', () => {
  test.each([
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ])('is that of Newcombe (1998) for %i of %i', (successes, trials, low, high) => {
    const interval = wilson(successes, trials);
    expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low, high]);
  });

  test('says that anything is possible where there are no trials', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  test('reaches 0 and 1 exactly where all trials agree', () => {
    expect(wilson(0, 7).low).toBe(0);
    expect(wilson(7, 7).high).toBe(1);
  });

  test('holds the observed share and stays between 0 and 1', () => {
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        ([successes, trials], confidence) => {
          const { low, high } = wilson(successes, trials, confidence);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(successes / trials);
          expect(high).toBeGreaterThanOrEqual(successes / trials);
        },
      ),
    );
  });

  test('rises with one more success, and mirrors when successes and failures change places', () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const here = wilson(successes, trials);
        const mirrored = wilson(trials - successes, trials);
        expect(mirrored.low).toBeCloseTo(1 - here.high, 12);
        if (successes === trials) return;
        const next = wilson(successes + 1, trials);
        expect(next.low).toBeGreaterThan(here.low);
        expect(next.high).toBeGreaterThan(here.high);
      }),
    );
  });

  test('is narrower with more trials of the same share, and wider with more confidence', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), ([successes, trials], times) => {
        const width = ({ low, high }: { low: number; high: number }) => high - low;
        const here = width(wilson(successes, trials));
        expect(width(wilson(successes * times, trials * times))).toBeLessThan(here);
        expect(width(wilson(successes, trials, 0.99))).toBeGreaterThan(here);
      }),
    );
  });

  test.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [Number.NaN, 5],
  ])('refuses %d of %d', (successes, trials) => {
    expect(() => wilson(successes, trials)).toThrow(RangeError);
  });

  test.each([0, 1, 95, Number.NaN])('refuses the confidence %d', (confidence) => {
    expect(() => wilson(1, 5, confidence)).toThrow(RangeError);
  });
});

describe('one-sided Wilson bounds', () => {
  test('at 95 % leave out 5 % on one side, with z = 1.6449', () => {
    const { low, high } = oneSidedWilson(45, 50);
    expect(low).toBeCloseTo(0.808462485848, 10);
    expect(high).toBeCloseTo(0.950470965523, 10);
  });

  test('refuse a confidence of a half or less, which proves nothing', () => {
    expect(() => oneSidedWilson(1, 5, 0.5)).toThrow(RangeError);
  });
});
