import { signal } from './feedback/signals.ts';
import { forgetNote, note, noted } from './tab-note.ts';

const KEY = 'kundig:instead';

let isCounted = false;

/**
 * Counts that a reader who looked for a person took an article instead, once a page; and notes in this tab which, so
 * that their yes under it can count as solved. Without storage only its yes is not counted.
 */
export function tookInstead(article: string): void {
  if (!isCounted) signal({ kind: 'instead', article });
  isCounted = true;
  note(KEY, { article });
}

/** Counts, once, that an article which was taken instead of a person has answered the question. */
export function solvedBy(article: string): void {
  if (noted(KEY).article !== article) return;
  forgetNote(KEY);
  signal({ kind: 'solved', article });
}

/** Did the reader come to this page from the one with the ways to a person? @param base path below which the site stands */
export function isFromContact(base: string): boolean {
  const { lang } = document.documentElement;
  return document.referrer.startsWith(new URL(`${base}/${lang}/contact/`, location.href).href);
}
