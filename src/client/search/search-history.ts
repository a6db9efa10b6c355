import { TypingRest } from '../typing-rest.ts';
import { type AskedSearch, searchAddress } from './search-address.ts';

/**
 * Keeps what is asked in the address. A search that was sent has an entry of its own in the browser's history; what
 * is typed on the way to the next one replaces the address only for as long as it takes, and only when typing rests:
 * browsers allow a page a hundred changes in thirty seconds at most.
 */
export class SearchHistory {
  readonly #page: string;
  readonly #rest: TypingRest;
  /** Address of the search that was sent last. */
  #sent: string;

  /**
   * @param page address of the search page
   * @param input where queries are typed
   */
  constructor(page: string, asked: AskedSearch, input: HTMLInputElement) {
    this.#page = page;
    this.#rest = new TypingRest(input);
    this.#sent = searchAddress(page, asked);
  }

  typed(asked: AskedSearch): void {
    this.#rest.whenRested(() => history.replaceState(null, '', searchAddress(this.#page, asked)));
  }

  sent(asked: AskedSearch): void {
    this.#rest.drop();
    const address = searchAddress(this.#page, asked);
    history.replaceState(null, '', this.#sent);
    if (address !== this.#sent) history.pushState(null, '', address);
    this.#sent = address;
  }

  /** The reader went back or forward to this search. */
  returned(asked: AskedSearch): void {
    this.#rest.drop();
    this.#sent = searchAddress(this.#page, asked);
  }

  /** Brings the address up to what was typed, because the page is about to be loaded anew. */
  catchUp(): void {
    this.#rest.end();
  }
}
