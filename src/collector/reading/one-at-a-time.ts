/**
 * Work that is done once at a time, however many ask for it. Whoever asks while it is done gets what the next round
 * gives, which begins after they asked: it knows of everything that was there by then.
 */
export function oneAtATime<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let round: Promise<unknown> = Promise.resolve();
  let next: Promise<Result> | undefined;
  return () => {
    next ??= round.then(() => {
      next = undefined;
      const result = work();
      round = result.catch(() => {});
      return result;
    });
    return next;
  };
}
