import { addDuration, type Day } from '../calendar.ts';
import type { Interval } from '../statistics/wilson.ts';

/** A figure over time, in steps of whole weeks that begin on Mondays, 00:00 UTC. */
export interface Trend<Point extends { step: number }> {
  /** The Monday with which the first step begins; days of the period before it belong to that step, too. */
  from: Day;
  steps: number;
  weeksAStep: number;
  /** In the order of time. A step in which nobody said anything has none; none rests on fewer than five answers. */
  points: Point[];
}

/** A share in one step, from 0 to 1, with its 95 % Wilson interval. */
export interface SharePoint extends Interval {
  /** The first is 0. */
  step: number;
  of: number;
  share: number;
}

/** A Net Promoter Score in one step, in points; its interval is missing where too few answered. */
export interface ScorePoint {
  /** The first is 0. */
  step: number;
  of: number;
  score: number;
  low?: number;
  high?: number;
}

/** The day on which a step of a trend begins. */
export function firstDayOf({ from, weeksAStep }: Trend<{ step: number }>, step: number): Day {
  return addDuration(from, `${step * weeksAStep} weeks`);
}
