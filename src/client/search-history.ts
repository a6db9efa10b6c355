import { type AskedSearch, searchAddress } from './search-address.ts';

/**
 * Keeps what is asked in the address. A search that was sent has an entry of its own in the browser's history; what
 * is typed on the way to the next one replaces the address only for as long as it takes.
 */
export class SearchHistory {
  readonly #page: string;
  /** Address of the search that was sent last. */
  #sent: string;

  /** @param page address of the search page */
  constructor(page: string, asked: AskedSearch) {
    this.#page = page;
    this.#sent = searchAddress(page, asked);
  }

  typed(asked: AskedSearch): void {
    history.replaceState(null, '', searchAddress(this.#page, asked));
  }

  sent(asked: AskedSearch): void {
    const address = searchAddress(this.#page, asked);
    history.replaceState(null, '', this.#sent);
    if (address !== this.#sent) history.pushState(null, '', address);
    this.#sent = address;
  }

  /** The reader went back or forward to this search. */
  returned(asked: AskedSearch): void {
    this.#sent = searchAddress(this.#page, asked);
  }
}
