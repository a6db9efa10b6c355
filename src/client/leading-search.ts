import { objects } from './objects.ts';

/** Session storage belongs to one tab and goes with it. */
const KEY = 'kundig:search';

/** Reading an article takes less; a vote cast later is no longer an answer to what was searched for. */
const THIRTY_MINUTES = 30 * 60 * 1000;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Notes in this tab that a result was taken, so that a vote on the article can name the search that led to it:
 * only so does anybody learn which words customers use for what they then find helpful. The note says nothing about
 * the reader, holds one search only, is used once, and is not made where searches are not counted.
 *
 * @param search id under which the search was counted
 * @param article id of the article
 */
export function rememberSearch(search: string, article: string): void {
  if (!document.body.dataset.signals || objects()) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ search, article, at: Date.now() }));
  } catch {
    // Without storage the vote counts all the same; it only names no search.
  }
}

/** Id of the search by which this tab came to the article, in the last thirty minutes. */
export function searchThatLedTo(article: string): string | undefined {
  try {
    const note = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    const isFresh = Math.abs(Date.now() - note.at) <= THIRTY_MINUTES;
    if (!isFresh) forgetSearch();
    // Other pages of the host can write here too, and a vote with a wrong id would be refused.
    return isFresh && note.article === article && UUID.test(note.search) ? note.search : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets the search, once a vote has named it. */
export function forgetSearch(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Where nothing can be removed, nothing could be kept.
  }
}
