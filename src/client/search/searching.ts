import type { SearchAnswer, SearchOptions } from '../../search/answer.ts';
import type { Search } from './search-index.ts';

/** After this time a query no longer waits for a search that takes longer, in milliseconds. */
const PATIENCE = 1000;

/**
 * Asks the search of one language as fast as somebody types. While a search runs, only the newest query waits for it,
 * so that a slow network is never flooded; and no answer is given after that to a newer query.
 */
export class Searching {
  readonly #open: () => Promise<Search>;
  #opened: Promise<Search> | undefined;
  /** Until when the next query waits. */
  #running: Promise<unknown> = Promise.resolve();
  /** Number of the newest query, and of the newest that has its answer. */
  #asked = 0;
  #answered = 0;

  /** @param open loads what a search needs; called again after it failed */
  constructor(open: () => Promise<Search>) {
    this.#open = open;
  }

  /** Begins to load what a search needs, because one is likely to follow. */
  prepare(): void {
    // A failure is told to the reader who asks for something.
    this.#search().catch(() => {});
  }

  /**
   * @returns nothing where a newer query has taken its place, or has been answered meanwhile
   * @throws if the search cannot be loaded; asking again tries again
   */
  async ask(query: string, options: SearchOptions): Promise<SearchAnswer | undefined> {
    this.#asked += 1;
    const turn = this.#asked;
    try {
      const search = await this.#search();
      await this.#running;
      if (turn !== this.#asked) return undefined;
      const looking = search.search(query, options);
      this.#running = settledOrLate(looking);
      const answer = await looking;
      if (turn < this.#answered) return undefined;
      this.#answered = turn;
      return answer;
    } catch (problem) {
      this.#opened = undefined;
      if (turn === this.#asked) throw problem;
      return undefined;
    }
  }

  /** Wants no answer any more to what was asked. */
  drop(): void {
    this.#asked += 1;
    this.#answered = this.#asked;
  }

  #search(): Promise<Search> {
    if (!this.#opened) {
      const opened = this.#open();
      this.#opened = opened;
      opened.catch(() => {
        if (this.#opened === opened) this.#opened = undefined;
      });
    }
    return this.#opened;
  }
}

/** Fulfilled when a search is done, has failed, or takes too long to be waited for. */
function settledOrLate(search: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, PATIENCE);
    const settled = () => {
      clearTimeout(late);
      resolve(undefined);
    };
    search.then(settled, settled);
  });
}
