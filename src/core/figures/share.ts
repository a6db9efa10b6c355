import { newcombe } from '../statistics/newcombe.ts';
import { type Interval, wilson } from '../statistics/wilson.ts';
import { SMALLEST_GROUP } from './small-groups.ts';

/** So many of so many, and where the true share lies (Wilson, 95 %). Shares and bounds are from 0 to 1. */
export interface Share extends Interval {
  count: number;
  of: number;
  share: number;
}

/** How a figure moved against the period before: `low` and `high` are the interval of the difference (95 %). */
export interface Change extends Interval {
  /** The figure now minus the figure before: of shares from -1 to 1, of scores in points from -200 to 200. */
  difference: number;
  /** `open`: chance explains the difference as well. */
  verdict: 'better' | 'worse' | 'open';
}

/** How a share moved; the interval is Newcombe's. */
export interface ShareChange extends Change {
  before: Share;
}

/** What a change says: a difference whose interval holds 0 says nothing. */
export function verdictOf({ low, high }: Interval): Change['verdict'] {
  return low > 0 ? 'better' : high < 0 ? 'worse' : 'open';
}

/** How a share changed, where both may be shown. */
export function changeOf(now: Share | undefined, before: Share | undefined): ShareChange | undefined {
  if (!now || !before) return undefined;
  const interval = newcombe(
    { successes: now.count, trials: now.of },
    { successes: before.count, trials: before.of },
  );
  return { before, difference: now.share - before.share, ...interval, verdict: verdictOf(interval) };
}

/** The share, or `undefined` where the group is too small to be shown. */
export function shareOf(count: number, of: number): Share | undefined {
  return of < SMALLEST_GROUP ? undefined : { count, of, share: count / of, ...wilson(count, of) };
}
