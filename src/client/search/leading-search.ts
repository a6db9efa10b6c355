import { forgetNote, note, noted } from '../tab-note.ts';

const KEY = 'kundig:search';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Notes in this tab that a result was taken, so that a vote on the article can name the search that led to it:
 * only so does anybody learn which words customers use for what they then find helpful. The note says nothing about
 * the reader, holds one search only, and is used once. Without storage the vote counts all the same.
 *
 * @param search id under which the search was counted
 * @param article id of the article
 */
export function rememberSearch(search: string, article: string): void {
  note(KEY, { search, article });
}

/** Id of the search by which this tab came to the article, in the last thirty minutes. */
export function searchThatLedTo(article: string): string | undefined {
  const { search, article: taken } = noted(KEY);
  // A vote with a wrong id would be refused.
  return taken === article && typeof search === 'string' && UUID.test(search) ? search : undefined;
}

/** Forgets the search, once a vote has named it. */
export function forgetSearch(): void {
  forgetNote(KEY);
}
