import { objects } from './objects.ts';
import { signal } from './signals.ts';

/** Session storage belongs to one tab and goes with it. */
const KEY = 'kundig:instead';

/** Reading an article takes less; a yes that comes later is no longer about the way to a person. */
const THIRTY_MINUTES = 30 * 60 * 1000;

let isCounted = false;

/**
 * Counts that a reader who looked for a person took an article instead, once a page; and notes in this tab which, so
 * that their yes under it can count as solved. The note is not made where nothing is counted.
 */
export function tookInstead(article: string): void {
  if (!isCounted) signal({ kind: 'instead', article });
  isCounted = true;
  if (!document.body.dataset.signals || objects()) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ article, at: Date.now() }));
  } catch {
    // Without storage the article is counted all the same; only its yes is not.
  }
}

/** Counts, once, that an article which was taken instead of a person has answered the question. */
export function solvedBy(article: string): void {
  try {
    const note = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    if (note.article !== article) return;
    sessionStorage.removeItem(KEY);
    if (Math.abs(Date.now() - note.at) <= THIRTY_MINUTES) signal({ kind: 'solved', article });
  } catch {
    // What cannot be read was not noted here.
  }
}

/** Did the reader come to this page from the one with the ways to a person? @param base path below which the site stands */
export function isFromContact(base: string): boolean {
  const { lang } = document.documentElement;
  return document.referrer.startsWith(new URL(`${base}/${lang}/contact/`, location.href).href);
}
