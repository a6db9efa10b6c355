/** How long a write waits for others to share its commit, in milliseconds. */
const WINDOW = 2;

/**
 * Commits some writes together, in their order. Gives each a result or an error of its own, in the same order; where it
 * rejects, every write is rejected, and nothing of them may be kept.
 */
export type Commit<Write, Result> = (
  writes: readonly Write[],
) => Promise<readonly PromiseSettledResult<Result>[]>;

interface Waiting<Write, Result> {
  write: Write;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}

/**
 * Writes that arrive within two milliseconds share one commit, because a disk takes as long to make sure of one as of
 * hundreds. Those that arrive during a commit share the next; there are never two at once, so writes keep their order.
 *
 * @example
 * const lane = new GroupCommit(commit);
 * await lane.add(write); // resolves after the commit
 */
export class GroupCommit<Write, Result> {
  /** How many writes share a commit at most: as many wait for the window no longer. A benchmark sets it to 1. */
  static most = 500;

  readonly #commit: Commit<Write, Result>;
  #waiting: Waiting<Write, Result>[] = [];
  #window: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;

  constructor(commit: Commit<Write, Result>) {
    this.#commit = commit;
  }

  /** Resolves once this write was committed; rejects if it was not. */
  add(write: Write): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#waiting.push({ write, resolve, reject });
    if (this.#waiting.length >= GroupCommit.most) this.#begin();
    else this.#window ??= setTimeout(() => this.#begin(), WINDOW);
    return promise;
  }

  /** Commits what waits at once, and resolves when nothing is left. */
  async drain(): Promise<void> {
    while (this.#working || this.#waiting.length > 0) {
      this.#begin();
      await this.#working;
    }
  }

  #begin(): void {
    clearTimeout(this.#window);
    this.#window = undefined;
    // The window may end after a commit that took what waited for it: there is nothing to begin then.
    if (this.#waiting.length > 0) this.#working ??= this.#work();
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, GroupCommit.most);
      try {
        const results = await this.#commit(group.map(({ write }) => write));
        for (const [index, { resolve, reject }] of group.entries()) {
          const result = results[index];
          if (result?.status === 'fulfilled') resolve(result.value);
          else reject(result?.reason);
        }
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#working = undefined;
  }
}
