import type { Mark } from './client-marks.ts';
import { createShortMemory } from './short-memory.ts';

export interface Repeats {
  /**
   * Is this one more than counts from one place about one thing?
   *
   * @param about the place and the thing, e.g. votes on one article
   * @param id of the submission: the same delivered again is what it was before
   */
  isOneTooMany(about: Mark, id: string, at: number): boolean;
  sweep(at: number): void;
  /** How many places and things it remembers. */
  readonly size: number;
}

const DAY = 86_400_000;

/** How many places and things are remembered; beyond them, those that nothing was sent about for longest are forgotten. */
const MOST = 30_000;

/**
 * Lets so many submissions of 24 hours count, and no more, whatever is changed or taken back in between.
 *
 * @example
 * const repeats = createRepeats(3);
 */
export function createRepeats(limit: number, most: number = MOST): Repeats {
  interface Counted {
    id: string;
    at: number;
  }
  const counted = createShortMemory<readonly Counted[]>({ most, milliseconds: DAY });

  function recent(mark: string | undefined, at: number): readonly Counted[] {
    if (mark === undefined) return [];
    return (counted.recall(mark, at) ?? []).filter((one) => at - one.at < DAY);
  }

  return {
    isOneTooMany(about, id, at) {
      const known = [...recent(about.yesterday, at), ...recent(about.today, at)];
      const isKnown = known.some((one) => one.id === id);
      const isTooMany = !isKnown && known.length >= limit;
      if (about.yesterday !== undefined) counted.forget(about.yesterday);
      // Remembered again even if nothing is added, so that who keeps trying is not forgotten.
      counted.remember(about.today, isKnown || isTooMany ? known : [...known, { id, at }], at);
      return isTooMany;
    },
    sweep: counted.sweep,
    get size() {
      return counted.size;
    },
  };
}
