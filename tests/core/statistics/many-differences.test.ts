import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomNumbers } from '../../../bench/simulated-votes.ts';
import { type Compared, clearDifferences } from '../../../src/core/statistics/many-differences.ts';
import { newcombe } from '../../../src/core/statistics/newcombe.ts';

function pair(now: number, before: number, trials = 100): Compared {
  return { now: { successes: now, trials }, before: { successes: before, trials } };
}

test('a single difference is clear where its 95 % interval leaves out nothing', () => {
  for (const now of [50, 60, 63, 64, 70]) {
    const { low } = newcombe({ successes: now, trials: 100 }, { successes: 50, trials: 100 });
    expect(clearDifferences([pair(now, 50)])).toEqual([low > 0]);
  }
  expect(clearDifferences([pair(64, 50)])).toEqual([true]);
});

test('among many that did not change, the same difference is no longer clear', () => {
  const others = Array.from({ length: 99 }, () => pair(50, 50));
  expect(clearDifferences([pair(64, 50), ...others])).toEqual(Array(100).fill(false));
  expect(clearDifferences([pair(80, 50), ...others])[0]).toBe(true);
});

test('among many that changed, it is clear again', () => {
  const others = Array.from({ length: 99 }, () => pair(90, 50));
  expect(clearDifferences([pair(64, 50), ...others])).toEqual(Array(100).fill(true));
});

test('nothing is compared with nothing', () => {
  expect(clearDifferences([])).toEqual([]);
});

test('it finds the largest number whose intervals all leave out nothing, whatever the order', () => {
  const counts = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts), { maxLength: 12 }), (made) => {
      const pairs = made.map(([now, before]) => pair(now, before, 40));
      const clear = clearDifferences(pairs);
      const excluding = (count: number) =>
        pairs.filter(({ now, before }) => {
          const { low, high } = newcombe(now, before, 1 - (0.05 * count) / pairs.length);
          return low > 0 || high < 0;
        }).length;
      const largest =
        pairs
          .map((_, index) => index + 1)
          .filter((count) => excluding(count) >= count)
          .at(-1) ?? 0;
      expect(clear.filter(Boolean)).toHaveLength(largest);
      expect(clearDifferences([...pairs].reverse())).toEqual([...clear].reverse());
    }),
  );
});

test('where a fifth of 200 articles changed, at most about a twentieth of those named did not', () => {
  const random = randomNumbers(1);
  const draw = (share: number, trials: number) => {
    let successes = 0;
    for (let trial = 0; trial < trials; trial++) if (random() < share) successes += 1;
    return { successes, trials };
  };
  let named = 0;
  let wrongly = 0;
  for (let run = 0; run < 40; run++) {
    const pairs = Array.from({ length: 200 }, (_, index) => ({
      now: draw(index % 5 === 0 ? 0.5 : 0.75, 60),
      before: draw(0.75, 60),
    }));
    for (const [index, clear] of clearDifferences(pairs).entries()) {
      if (!clear) continue;
      named += 1;
      if (index % 5 !== 0) wrongly += 1;
    }
  }
  expect(named).toBeGreaterThan(800);
  expect(wrongly / named).toBeLessThan(0.06);
});
