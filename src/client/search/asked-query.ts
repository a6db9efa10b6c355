import { scrubbedQuery } from '../../core/searched-words.ts';
import { signal } from '../feedback/signals.ts';
import { type HandedQuery, handOver } from './handed-query.ts';
import { rememberSearch } from './leading-search.ts';

/** A query that stands for so long is what the reader asked, not the beginning of it; in milliseconds. */
const ASKED = 2000;

/** Counts each query once, when the reader has finished typing it: opens a result, leaves, or lets it stand. */
export class AskedQuery {
  #search: { id: string; query: string; results: number } | undefined;
  #isCounted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param before the same query as the page before handed it over: it keeps its id, and is not counted twice */
  consider(search: { id: string; query: string; results: number }, before?: HandedQuery): void {
    if (search.query === this.#search?.query) return;
    clearTimeout(this.#timer);
    this.#search = before ? { ...search, id: before.id } : search;
    this.#isCounted = before?.isCounted ?? false;
    this.#timer = setTimeout(() => this.count(), ASKED);
  }

  /** Counts the query, unless that was done. */
  count(): void {
    const search = this.#search;
    if (search && !this.#isCounted) {
      signal({ kind: 'search', ...search, query: scrubbedQuery(search.query) });
    }
    this.#isCounted = true;
  }

  /** Counts that a result was taken, and the query with it. @param position place in the list; the first is 1 */
  opened(article: string, position: number): void {
    this.count();
    if (!this.#search) return;
    signal({ kind: 'open', search: this.#search.id, article, position });
    rememberSearch(this.#search.id, article);
  }

  /** Leaves the counting of a query to the search page, which is opened with it. */
  handOver(query: string): void {
    clearTimeout(this.#timer);
    if (this.#search?.query === query) {
      handOver({ id: this.#search.id, query, isCounted: this.#isCounted });
    }
    this.#search = undefined;
  }
}
