import { setTimeout } from 'node:timers/promises';
import { isOutOfReach } from './postgres-errors.ts';

/** The database's own words for "try again": serialization failure, deadlock, completion unknown. */
const AGAIN = new Set(['40001', '40P01', '40003']);
const ATTEMPTS = 8;

/** The longest wait between two attempts, in milliseconds. */
const LONGEST = 800;

/**
 * Does work again where the database asks for it, or is gone for a moment. The ids of submissions make that safe.
 *
 * Where the database stays away, what is asked of it later is tried once and fails at once, until it answers again.
 */
export class PostgresRetries {
  readonly #patience: number;
  #goneSince: number | undefined;

  /** @param patience how long the database may be gone before what is asked of it fails, in milliseconds */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /**
   * @param work is told whether it may have been done before: the connection can be cut after a commit and before the
   * database has said so
   */
  async run<T>(work: (doubtful: boolean) => Promise<T>): Promise<T> {
    let doubtful = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await work(doubtful);
        this.#goneSince = undefined;
        return result;
      } catch (error) {
        if (!this.#mayTryAgain(error, attempt)) throw error;
        doubtful ||= isOutOfReach(error) || codeOf(error) === '40003';
      }
      // Two that met once should not meet again: each waits for a time of its own.
      await setTimeout(Math.min(LONGEST, 10 * 2 ** attempt) * Math.random());
    }
  }

  #mayTryAgain(error: unknown, attempt: number): boolean {
    if (!isOutOfReach(error)) {
      this.#goneSince = undefined;
      return AGAIN.has(codeOf(error)) && attempt < ATTEMPTS;
    }
    this.#goneSince ??= performance.now();
    return performance.now() - this.#goneSince < this.#patience;
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}
