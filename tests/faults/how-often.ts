/**
 * How often each fault is tried: in full by `npm run test:faults`, a few times by `npm test`, so that a change that
 * breaks a promise is seen early.
 */
const FULL = import.meta.env.MODE === 'full';

/** @example howOften({ full: 1000, short: 30 }) // 30 under `npm test` */
export function howOften(times: { full: number; short: number }): number {
  return FULL ? times.full : times.short;
}

/** Time for a test that does something so many times, each of which takes a busy machine so many seconds at most. */
export function patience(times: number, seconds = 8): { timeout: number } {
  return { timeout: 60_000 + times * seconds * 1000 };
}
