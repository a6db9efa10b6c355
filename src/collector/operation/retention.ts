import { dayOf, subtractDuration } from '../../core/calendar.ts';
import type { FeedbackStore } from '../../stores/feedback-store.ts';

const DAY = 86_400_000;

interface Retention {
  store: FeedbackStore;
  /** How long feedback is kept. E.g. `24 months` */
  keep: string;
  now: () => Date;
}

/** Deletes what is older than `keep`, counted in whole days, and says how many submissions these were. */
export async function deleteExpired({ store, keep, now }: Retention): Promise<number> {
  return store.deleteBefore(new Date(`${subtractDuration(dayOf(now()), keep)}T00:00:00Z`));
}

/**
 * Deletes what is too old: at once, and every 24 hours. A failure is reported and tried again the next day.
 *
 * @returns what ends it, once a deletion under way is done.
 */
export function startRetention(
  retention: Retention & {
    /** Is told each time how many submissions were deleted. */
    onDone?: (submissions: number) => void;
    onFailure?: (failure: unknown) => void;
  },
): () => Promise<void> {
  let running: Promise<unknown>;
  const run = () => {
    running = deleteExpired(retention).then(
      (submissions) => retention.onDone?.(submissions),
      (failure) => retention.onFailure?.(failure),
    );
  };
  run();
  const timer = setInterval(run, DAY);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
