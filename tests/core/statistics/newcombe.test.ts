import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Counts, newcombe } from '../../../src/core/statistics/newcombe.ts';

const counts = fc
  .integer({ min: 0, max: 10_000 })
  .chain((trials) =>
    fc.record({ successes: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }),
  );

describe("Newcombe's interval for a difference", () => {
  test.each([
    [56, 70, 48, 80, '0.0524', '0.3339'],
    [9, 10, 3, 10, '0.1705', '0.8090'],
    [5, 56, 0, 29, '-0.0381', '0.1926'],
  ])('is that of Newcombe (1998) for %i/%i - %i/%i', (a, m, b, n, low, high) => {
    const interval = newcombe({ successes: a, trials: m }, { successes: b, trials: n });
    expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low, high]);
  });

  test('holds the observed difference, stays between -1 and 1, and turns round with its arguments', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const { low, high } = newcombe(first, second);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        const turned = newcombe(second, first);
        expect(turned.low).toBeCloseTo(-high, 12);
        expect(turned.high).toBeCloseTo(-low, 12);
        if (first.trials === 0 || second.trials === 0) return;
        const difference = first.successes / first.trials - second.successes / second.trials;
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
      }),
    );
  });

  test('rises with one more success of the first and falls with one more of the second', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        if (first.successes === first.trials || second.successes === second.trials) return;
        const here = newcombe(first, second);
        const more = newcombe({ ...first, successes: first.successes + 1 }, second);
        const less = newcombe(first, { ...second, successes: second.successes + 1 });
        expect([more.low > here.low, more.high > here.high]).toEqual([true, true]);
        expect([less.low < here.low, less.high < here.high]).toEqual([true, true]);
      }),
    );
  });

  test('changes sign when successes and failures change places', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const failures = ({ successes, trials }: Counts) => ({ successes: trials - successes, trials });
        const { low, high } = newcombe(first, second);
        const mirrored = newcombe(failures(first), failures(second));
        expect(mirrored.low).toBeCloseTo(-high, 12);
        expect(mirrored.high).toBeCloseTo(-low, 12);
      }),
    );
  });

  test('is narrower with more trials of the same shares, and wider with more confidence', () => {
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 2, max: 9 }), (first, second, times) => {
        if (first.trials === 0 || second.trials === 0) return;
        const width = ({ low, high }: { low: number; high: number }) => high - low;
        const more = ({ successes, trials }: Counts) => ({
          successes: successes * times,
          trials: trials * times,
        });
        const here = width(newcombe(first, second));
        expect(width(newcombe(more(first), more(second)))).toBeLessThan(here);
        expect(width(newcombe(first, second, 0.99))).toBeGreaterThan(here);
      }),
    );
  });

  test('says that anything is possible where nobody voted', () => {
    expect(newcombe({ successes: 0, trials: 0 }, { successes: 0, trials: 0 })).toEqual({ low: -1, high: 1 });
  });
});
