import { keep, kept } from '../kept.ts';

/** What was read last, as a list. Without one, the reader has not asked for it. */
const KEY = 'kundig:recently-read';
/** Articles that are kept. */
const MOST = 5;

/** An article that was read in this browser. */
export interface ReadArticle {
  /** Path of its page on this host, e.g. `/en/billing/refund/`. */
  path: string;
  title: string;
  locale: string;
}

/** Has the reader asked this browser to remember what they read? Nothing is, until then. */
export function remembersRead(): boolean {
  return Array.isArray(kept(KEY));
}

/** Remembers from now on what is read, or no more; then everything is forgotten at once. */
export function rememberRead(isOn: boolean): void {
  if (isOn !== remembersRead()) keep(KEY, isOn ? [] : undefined);
}

/** Keeps in this browser, and nowhere else, that an article was read, if the reader has asked for it. */
export function keepRead(article: ReadArticle): void {
  if (!remembersRead()) return;
  keep(KEY, [article, ...all().filter(({ path }) => path !== article.path)].slice(0, MOST));
}

/** The articles of a language that were read last, the newest first, without the one that is open. */
export function recentlyRead(locale: string): ReadArticle[] {
  return all().filter((article) => article.locale === locale && article.path !== location.pathname);
}

/** Forgets every article that was read, in every language; what is read next is remembered as before. */
export function forgetRead(): void {
  if (remembersRead()) keep(KEY, []);
}

function all(): ReadArticle[] {
  const list = kept(KEY);
  return Array.isArray(list) ? list.filter(isArticle) : [];
}

function isArticle(value: unknown): value is ReadArticle {
  const { path, title, locale } = (value ?? {}) as Record<string, unknown>;
  // Other pages of the host can write here too: only a path on it becomes a link.
  return /^\/(?![/\\])/.test(String(path)) && [path, title, locale].every((one) => typeof one === 'string');
}
