import { expect, test } from 'vitest';
import { ReportTally } from '../../../src/core/figures/report-tally.ts';
import { sheet, site, survey, times, vote } from './submissions.ts';

/** A Sunday, and twelve whole weeks after it. */
const period = { from: '2026-03-01', to: '2026-05-24' };
const MONDAYS = [
  ...['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30', '2026-04-06'],
  ...['2026-04-13', '2026-04-20', '2026-04-27', '2026-05-04', '2026-05-11', '2026-05-18'],
];

/** Six readers on the Sunday and ten in each week, of whom each does something. */
function figuresOf(make: (day: string) => Parameters<ReportTally['add']>[0]) {
  const tally = new ReportTally({ period, survey, ...site });
  const days = ['2026-03-01', ...MONDAYS].flatMap((day) => times(day === '2026-03-01' ? 6 : 10, () => day));
  for (const day of days) tally.add(make(day));
  return tally.figures();
}

test('votes over time begin with the first whole week, to which the days before it belong', () => {
  const { trend } = figuresOf((day) => vote(day, true)).votes;
  expect([trend?.from, trend?.weeksAStep]).toEqual(['2026-03-02', 2]);
  expect(trend?.points.map(({ of }) => of)).toEqual([26, 20, 20, 20, 20, 20]);
});

test('so does the survey, and its Net Promoter Score has a range in every step', () => {
  const { satisfied, score, levels } =
    figuresOf((day) => sheet(day, { right: 5, satisfaction: 5, recommend: 9 })).survey?.trends ?? {};
  expect(satisfied?.points.map(({ of }) => of)).toEqual([26, 20, 20, 20, 20, 20]);
  expect(levels?.map(({ trend }) => [trend.from, trend.steps])).toEqual([['2026-03-02', 6]]);
  expect([score?.from, score?.weeksAStep]).toEqual(['2026-03-02', 3]);
  expect(score?.points.map(({ of, low }) => [of, low !== undefined])).toEqual([
    [36, true],
    [30, true],
    [30, true],
    [30, true],
  ]);
});
