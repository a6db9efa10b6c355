import type { Mark } from './client-marks.ts';
import { createShortMemory } from './short-memory.ts';

/** How much one client may send: so much at once, and then so much a second. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

export interface RateLimit {
  /** Takes one from what a client may send: 0 if there was one left, else the seconds until there is. */
  take(client: Mark, at: number): number;
  /** Takes more, and if nothing is left, from what the client could send later. */
  charge(client: Mark, more: number, at: number): void;
  sweep(at: number): void;
  /** How many clients it remembers. */
  readonly size: number;
}

/** How many clients are remembered. Those who sent nothing for longest are forgotten first, as if they had never sent. */
const MOST = 20_000;

/**
 * A bucket of tokens for each client: `burst` of them at the start, `perSecond` new ones until it is full again.
 * Across midnight a client has a new mark and keeps the bucket.
 */
export function createRateLimit({ burst, perSecond }: Allowance, most: number = MOST): RateLimit {
  // A bucket that was left alone for so long is full again, even one that was in debt.
  const buckets = createShortMemory<{ left: number; at: number }>({
    most,
    milliseconds: (2 * burst * 1000) / perSecond,
  });

  function levelOf(client: Mark, at: number): number {
    const known =
      buckets.recall(client.today, at) ??
      (client.yesterday === undefined ? undefined : buckets.recall(client.yesterday, at));
    if (!known) return burst;
    const seconds = Math.max(0, at - known.at) / 1000;
    return Math.min(burst, known.left + seconds * perSecond);
  }

  function set(client: Mark, left: number, at: number): void {
    buckets.remember(client.today, { left: Math.max(left, -burst), at }, at);
  }

  return {
    take(client, at) {
      const left = levelOf(client, at);
      const isLeft = left >= 1;
      set(client, isLeft ? left - 1 : left, at);
      return isLeft ? 0 : Math.ceil((1 - left) / perSecond);
    },
    charge: (client, more, at) => set(client, levelOf(client, at) - more, at),
    sweep: buckets.sweep,
    get size() {
      return buckets.size;
    },
  };
}
