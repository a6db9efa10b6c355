import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDuration } from '../../../src/core/calendar.ts';
import { placeIn, shareTrend } from '../../../src/core/figures/share-trend.ts';
import { wilson } from '../../../src/core/statistics/wilson.ts';

describe('the trend of a helpful share', () => {
  test('has a step a week where there are enough votes, with the interval of each', () => {
    const days = [
      { day: '2026-03-03', helpful: 6, unhelpful: 2 },
      { day: '2026-03-08', helpful: 2, unhelpful: 6 },
      { day: '2026-03-23', helpful: 4, unhelpful: 20 },
    ];
    expect(shareTrend([days])).toEqual({
      from: '2026-03-02',
      to: '2026-03-23',
      steps: 4,
      weeksAStep: 1,
      series: [
        [
          { step: 0, of: 16, share: 0.5, ...wilson(8, 16) },
          { step: 3, of: 24, share: 1 / 6, ...wilson(4, 24) },
        ],
      ],
    });
  });

  test('has fewer and longer steps where there are few votes', () => {
    const days = [0, 3, 7, 12].map((week) => ({
      day: addDuration('2026-01-05', `${7 * week} days`),
      helpful: 4,
      unhelpful: 2,
    }));
    const trend = shareTrend([days]);
    expect(trend).toMatchObject({ from: '2026-01-05', steps: 2, weeksAStep: 7 });
    expect(trend?.series[0]?.map(({ step, of }) => [step, of])).toEqual([
      [0, 12],
      [1, 12],
    ]);
  });

  test('gives the votes before and after an edit points of their own on the same steps', () => {
    const before = [{ day: '2026-03-02', helpful: 8, unhelpful: 2 }];
    const after = [
      { day: '2026-03-04', helpful: 1, unhelpful: 9 },
      { day: '2026-03-09', helpful: 2, unhelpful: 8 },
    ];
    const shares = shareTrend([before, after])?.series.map((points) =>
      points.map(({ step, share }) => [step, share]),
    );
    expect(shares).toEqual([
      [[0, 0.8]],
      [
        [0, 0.1],
        [1, 0.2],
      ],
    ]);
  });

  test('is nothing without votes', () => {
    expect(shareTrend([])).toBeUndefined();
    expect(shareTrend([[], [{ day: '2026-03-02', helpful: 0, unhelpful: 0 }]])).toBeUndefined();
  });

  test('says where in it a day lies', () => {
    const days = ['2026-03-02', '2026-03-15'].map((day) => ({ day, helpful: 20, unhelpful: 0 }));
    const trend = shareTrend([days]);
    const places = ['2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16'].map(
      (day) => trend && placeIn(trend, day),
    );
    expect(places).toEqual([-0.5, 0, 0.5, 1]);
  });

  test('counts every vote once, in at most 26 steps that cover every day', () => {
    const votes = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 3000 }).map((days) => addDuration('2020-01-01', `${days} days`)),
        helpful: fc.nat({ max: 40 }),
        unhelpful: fc.nat({ max: 40 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(fc.array(votes, { maxLength: 2 }), (series) => {
        const all = series.flat().reduce((sum, { helpful, unhelpful }) => sum + helpful + unhelpful, 0);
        const trend = shareTrend(series);
        expect(trend === undefined).toBe(all === 0);
        if (!trend) return;
        const points = trend.series.flat();
        expect(points.reduce((sum, { of }) => sum + of, 0)).toBe(all);
        expect(trend.steps).toBeLessThanOrEqual(26);
        for (const { step, share, low, high } of points) {
          expect(step).toBeGreaterThanOrEqual(0);
          expect(step).toBeLessThan(trend.steps);
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
        }
        const last = placeIn(trend, trend.to);
        expect(last).toBeGreaterThanOrEqual((trend.steps - 1) / trend.steps);
        expect(last).toBeLessThan(1);
      }),
    );
  });
});
