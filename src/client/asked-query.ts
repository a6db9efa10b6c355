import { signal } from './signals.ts';

/** A query that stands for so long is what the reader asked, not the beginning of it; in milliseconds. */
const ASKED = 2000;

/** Counts each query once, when the reader has finished typing it: opens a result, leaves, or lets it stand. */
export class AskedQuery {
  #search: { id: string; query: string; results: number } | undefined;
  #isCounted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  consider(search: { id: string; query: string; results: number }): void {
    if (search.query === this.#search?.query) return;
    clearTimeout(this.#timer);
    this.#search = search;
    this.#isCounted = false;
    this.#timer = setTimeout(() => this.count(), ASKED);
  }

  /** Counts the query unless that was done, and gives the id under which it is known. */
  count(): string {
    if (this.#search && !this.#isCounted) signal({ kind: 'search', ...this.#search });
    this.#isCounted = true;
    return this.#search?.id ?? '';
  }
}
