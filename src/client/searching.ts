import type { SearchAnswer, SearchOptions } from '../search/answer.ts';
import { openSearch, type Search } from './search-index.ts';

/** Asks the search of one language, and gives an answer to the newest query only. */
export class Searching {
  readonly #index: string;
  #search: Promise<Search> | undefined;
  #turn = 0;

  /** @param index folder of the index, with a slash at its end */
  constructor(index: string) {
    this.#index = index;
  }

  /** Begins to load what a search needs, because one is likely to follow. */
  prepare(): void {
    // A failure is told to the reader who asks for something.
    this.#open().catch(() => this.#reset());
  }

  /**
   * @returns nothing where a newer query was asked meanwhile: its answer is the one to show
   * @throws if the search cannot be loaded; asking again tries again
   */
  async ask(query: string, options: SearchOptions): Promise<SearchAnswer | undefined> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const answer = await (await this.#open()).search(query, options);
      return turn === this.#turn ? answer : undefined;
    } catch (error) {
      this.#reset();
      if (turn === this.#turn) throw error;
      return undefined;
    }
  }

  /** Wants no answer any more to what was asked. */
  drop(): void {
    this.#turn += 1;
  }

  #open(): Promise<Search> {
    this.#search ??= openSearch(this.#index);
    return this.#search;
  }

  #reset(): void {
    this.#search = undefined;
  }
}
