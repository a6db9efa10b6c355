import type { VoteDay } from '../audit-feedback/audit-feedback.ts';
import { type Day, daysBetween } from '../calendar.ts';
import { wilson } from '../statistics/wilson.ts';
import { mondayOf, weekOf } from './period.ts';
import type { SharePoint, Trend } from './trend.ts';

/** More points cannot be told apart in a plot that fits on a phone. */
const MOST_POINTS = 26;
/** A point rests on about so many votes: with fewer, chance alone would throw the line up and down. */
const VOTES_A_POINT = 10;
const DAYS_A_WEEK = 7;

/** How the helpful share of one article went, for those who write it: however few votes there are. */
export interface ShareTrend extends Omit<Trend<SharePoint>, 'points'> {
  /** Day of the last vote. */
  to: Day;
  /** The points of each series of votes, in the order given. A step without votes has none. */
  series: SharePoint[][];
}

/**
 * The helpful share over time, in steps of whole weeks, each with its 95 % Wilson interval. The steps are as short as
 * they can be with enough votes to each, and so few that a small plot can show them.
 *
 * @param series Votes to be told apart, e.g. those before and after an edit; they share the steps.
 * @returns `undefined` where there are no votes.
 */
export function shareTrend(series: readonly (readonly VoteDay[])[]): ShareTrend | undefined {
  const days = series.flat().filter(({ helpful, unhelpful }) => helpful + unhelpful > 0);
  if (days.length === 0) return undefined;
  const ordered = days.map(({ day }) => day).sort();
  const [from = '', to = from] = [ordered[0], ordered.at(-1)];
  const [first, last] = [weekNumber(from), weekNumber(to)];
  const votes = days.reduce((sum, { helpful, unhelpful }) => sum + helpful + unhelpful, 0);
  const most = Math.min(Math.max(Math.floor(votes / VOTES_A_POINT), 1), MOST_POINTS);
  const weeksAStep = Math.ceil((last - first + 1) / most);
  const stepOf = (day: Day) => Math.floor((weekNumber(day) - first) / weeksAStep);
  return {
    from: mondayOf(first),
    to,
    steps: Math.floor((last - first) / weeksAStep) + 1,
    weeksAStep,
    series: series.map((votes) => pointsOf(votes, stepOf)),
  };
}

/** Where in a trend a day begins: 0 at its beginning, 1 at its end. A day outside lies below 0 or above 1. */
export function placeIn({ from, steps, weeksAStep }: ShareTrend, day: Day): number {
  return daysBetween(from, day) / (steps * weeksAStep * DAYS_A_WEEK);
}

function pointsOf(votes: readonly VoteDay[], stepOf: (day: Day) => number): SharePoint[] {
  const sums = new Map<number, { helpful: number; of: number }>();
  for (const { day, helpful, unhelpful } of votes) {
    const step = stepOf(day);
    const sum = sums.get(step) ?? { helpful: 0, of: 0 };
    sums.set(step, { helpful: sum.helpful + helpful, of: sum.of + helpful + unhelpful });
  }
  return [...sums]
    .filter(([, { of }]) => of > 0)
    .sort(([one], [other]) => one - other)
    .map(([step, { helpful, of }]) => ({ step, of, share: helpful / of, ...wilson(helpful, of) }));
}

function weekNumber(day: Day): number {
  return weekOf(new Date(`${day}T00:00:00Z`));
}
