import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { castVotes, randomNumbers } from '../../../bench/simulated-votes.ts';
import type { VoteDay } from '../../../src/core/audit-feedback/audit-feedback.ts';
import { addDuration } from '../../../src/core/calendar.ts';
import { FallWatch, findFall } from '../../../src/core/statistics/bernoulli-cusum.ts';

/** Votes of successive days from 1 January 2026 on, each with [yes, no]. */
function days(...counts: (readonly [helpful: number, unhelpful: number])[]): VoteDay[] {
  return counts.map(([helpful, unhelpful], number) => ({
    day: addDuration('2026-01-01', `${number} days`),
    helpful,
    unhelpful,
  }));
}

const times = (count: number, ...some: (readonly [number, number])[]) =>
  Array.from({ length: count }, () => some).flat();

const good = times(20, [4, 1]);
const bad = times(10, [2, 3]);

describe('a fall of the share', () => {
  test('is told with the day on which it began, and the votes before and since', () => {
    expect(findFall(days(...good, ...bad), 0.2)).toEqual({
      since: '2026-01-21',
      before: { helpful: 80, unhelpful: 20 },
      after: { helpful: 20, unhelpful: 30 },
    });
  });

  test.each([
    ['nobody voted', []],
    ['the share stays', times(40, [4, 1])],
    ['it rises', [...bad, ...bad, ...good]],
    ['the text was never good', times(40, [1, 4])],
    ['it falls by less than matters', [...times(20, [9, 1]), ...times(10, [17, 3])]],
    ['five angry readers come on one day', [...good, [0, 5]]],
    ['a hundred angry readers come on one day', [...good, [0, 100]]],
    ['they come on two days', [...good, [0, 100], [0, 100]]],
    ['there are too few votes before', [...times(5, [4, 1]), ...times(10, [0, 1])]],
    ['there are too few votes after', [...times(20, [5, 0]), ...times(9, [0, 1])]],
  ] as const)('is not told where %s', (_, counts) => {
    expect(findFall(days(...counts), 0.2)).toBeUndefined();
  });

  test('is told once bad votes come on a third day', () => {
    const fall = findFall(days(...good, [0, 100], [0, 100], [0, 100]), 0.2);
    expect(fall).toMatchObject({ since: '2026-01-21', after: { helpful: 0, unhelpful: 300 } });
  });

  test('is told no more when the share has risen again, and again when it falls anew', () => {
    const over = [...good, ...bad, ...times(15, [4, 1])];
    expect(findFall(days(...over), 0.2)).toBeUndefined();
    expect(findFall(days(...over, ...bad), 0.2)).toEqual({
      since: '2026-02-15',
      // Without the fall that is over, and the votes that told of its end.
      before: { helpful: 92, unhelpful: 23 },
      after: { helpful: 20, unhelpful: 30 },
    });
    expect(findFall(days(...good, ...bad, ...times(3, [4, 1])), 0.2)).toMatchObject({ since: '2026-01-21' });
  });

  test('is told sooner the less it must be', () => {
    const slight = days(...times(30, [9, 1]), ...times(14, [7, 3]));
    expect(findFall(slight, 0.15)).toBeDefined();
    expect(findFall(slight, 0.45)).toBeUndefined();
  });

  test('is the same whether looked at every day or once', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 60 }), (counts) => {
        const all = days(...counts);
        const watch = new FallWatch(0.2);
        for (const day of all) watch.add(day);
        expect(watch.fall).toEqual(findFall(all, 0.2));
        const fall = watch.fall;
        if (!fall) return;
        const since = all.filter(({ day }) => day >= fall.since);
        expect(fall.after.helpful).toBe(since.reduce((sum, day) => sum + day.helpful, 0));
        expect(fall.before.helpful + fall.before.unhelpful).toBeGreaterThanOrEqual(30);
      }),
    );
  });

  test('dates a fall by the likeliest day, not by an unlucky one shortly before it', () => {
    const unlucky = [2, 3] as const;
    const series = days(...good, unlucky, ...times(2, [4, 1]), ...times(12, [1, 4]));
    expect(findFall(series, 0.2)).toEqual({
      since: series[good.length + 3]?.day,
      before: { helpful: 4 * 20 + 2 + 8, unhelpful: 20 + 3 + 2 },
      after: { helpful: 12, unhelpful: 48 },
    });
  });

  test('survives shares of 0 and 1 and very many votes', () => {
    expect(findFall(days(...times(5, [100_000, 0]), ...times(5, [0, 100_000])), 0.2)).toBeDefined();
    expect(findFall(days(...times(5, [0, 100_000]), ...times(5, [0, 100_000])), 0.2)).toBeUndefined();
    expect(findFall(days(...times(50, [0, 0])), 0.2)).toBeUndefined();
  });
});

describe('in simulations', () => {
  /** Votes until a fall is told, looked at after each day; Infinity if none is in 300. */
  function votesToAlarm(truth: (votes: number) => number, random: () => number, perDay: number): number {
    const watch = new FallWatch(0.2);
    for (let votes = 0; votes < 260; votes += perDay) {
      watch.add({ day: `day ${votes}`, ...castVotes(truth(votes), perDay, random) });
      if (watch.fall) return votes + perDay;
    }
    return Number.POSITIVE_INFINITY;
  }

  test.each([
    [0.6, 1],
    [0.8, 1],
    [0.9, 1],
    [0.8, 5],
  ])(
    'no more than one in twenty of the articles that always help %d of their readers is told, at %i votes a day',
    (truth, perDay) => {
      const random = randomNumbers(41);
      const alarms = Array.from({ length: 1500 }, () => votesToAlarm(() => truth, random, perDay));
      expect(alarms.filter(Number.isFinite).length / 1500).toBeLessThan(0.05);
    },
  );

  test('half of the falls from 80 to 50 % are told within 40 votes', () => {
    const random = randomNumbers(42);
    const alarms = Array.from({ length: 501 }, () =>
      votesToAlarm((votes) => (votes < 100 ? 0.8 : 0.5), random, 1),
    ).sort((one, other) => one - other);
    expect((alarms[250] ?? Number.NaN) - 100).toBeLessThan(40);
  });
});
