import { setTimeout } from 'node:timers/promises';
import { type Manifest, type PublishedText, textsOf } from '../../core/manifest.ts';
import type { FeedbackStore } from '../../stores/feedback-store.ts';

/** What a submission says it is about. */
export interface Named {
  locale: string;
  article?: string;
  revision?: string;
}

/** Knows what readers can have before them. */
export interface KnownArticles {
  /**
   * For each of these, which part of it was never published, or nothing if all of it was. A revision must be one of the
   * article in that language. Without one, the article may be of another language than the page that names it: the
   * search and the ways to a person lead there where a translation is missing.
   *
   * Rejects where it cannot tell: what is published cannot be read, of which the operator is told already, or very many
   * wait for that.
   */
  unknownParts(named: readonly Named[]): Promise<(keyof Named | undefined)[]>;
}

/** So many may wait for the next look; a flood of made-up articles shall not take all connections. */
const MOST_WAITING = 200;

/** Takes every article for known. */
export const anyArticle: KnownArticles = {
  unknownParts: async (named) => named.map(() => undefined),
};

interface KnownArticlesOptions {
  /** Reads what is published at the moment. */
  read: () => Promise<Manifest>;
  /** Languages of the site. */
  locales: readonly string[];
  /** Keeps what was published before; without it, that is forgotten when the program ends. */
  store?: Pick<FeedbackStore, 'addPublished' | 'published'>;
  now: () => Date;
  /** Is told when what is published cannot be read; what was known before still holds. */
  onFailure?: (failure: unknown) => void;
  /** Shortest time between two looks, in milliseconds. */
  pause?: number;
}

/**
 * Knows every text that was ever seen to be published, because pages may be older than the last build: in a tab that
 * was left open, or in a cache on the way. When something unknown comes in, it looks again what is published, so that a
 * new build needs no restart; whoever sends much that is unknown has to wait for the next look.
 */
export function createKnownArticles(options: KnownArticlesOptions): KnownArticles {
  return knowing(options).known;
}

/**
 * The same, after a first look.
 *
 * @throws {UserError} if what is published cannot be read, and nothing is known from before
 */
export async function openKnownArticles(
  options: KnownArticlesOptions & Required<Pick<KnownArticlesOptions, 'store'>>,
): Promise<KnownArticles> {
  const { known, look, note } = knowing(options);
  try {
    await look();
  } catch (failure) {
    const before = await options.store.published();
    if (before.length === 0) throw failure;
    note(before);
    options.onFailure?.(failure);
  }
  return known;
}

function knowing({ read, locales, store, now, onFailure, pause = 2000 }: KnownArticlesOptions) {
  const knownLocales = new Set(locales);
  const articles = new Set<string>();
  const translations = new Set<string>();
  const texts = new Set<string>();

  function note(published: readonly PublishedText[]): void {
    for (const { article, locale, revision } of published) {
      knownLocales.add(locale);
      articles.add(article);
      translations.add(`${locale} ${article}`);
      texts.add(`${locale} ${article} ${revision}`);
    }
  }

  function unknownPart({ locale, article, revision }: Named): keyof Named | undefined {
    if (article !== undefined && !articles.has(article)) return 'article';
    if (article === undefined || revision === undefined)
      return knownLocales.has(locale) ? undefined : 'locale';
    if (texts.has(`${locale} ${article} ${revision}`)) return undefined;
    return translations.has(`${locale} ${article}`) ? 'revision' : 'locale';
  }

  async function look(): Promise<void> {
    const published = textsOf(await read());
    const isNews = published.some((text) => unknownPart(text) !== undefined);
    if (isNews) await store?.addPublished(published, now());
    note(published);
    // Other collectors on the same database may have seen what this one has not.
    if (store) note(await store.published());
  }

  const lookAgain = withPauses(async () => {
    try {
      await look();
    } catch (failure) {
      onFailure?.(failure);
      throw failure;
    }
  }, pause);
  let waiting = 0;
  const known: KnownArticles = {
    async unknownParts(named) {
      if (named.every((one) => unknownPart(one) === undefined)) return named.map(() => undefined);
      if (waiting >= MOST_WAITING) throw new Error('Too many wait for the next look at what is published.');
      waiting += 1;
      try {
        await lookAgain();
      } finally {
        waiting -= 1;
      }
      return named.map(unknownPart);
    },
  };
  return { known, look, note };
}

/**
 * Does the work for everybody who asks before it begins, and lets it rest afterwards: for the pause, and twice as long as
 * it took.
 */
function withPauses(work: () => Promise<void>, pause: number): () => Promise<void> {
  let rest: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;

  async function doAfterRest(): Promise<void> {
    await rest;
    next = undefined;
    const begin = performance.now();
    const working = work();
    rest = working
      .catch(() => {})
      .then(() => setTimeout(Math.max(pause, 2 * (performance.now() - begin)), undefined, { ref: false }));
    return working;
  }

  return () => {
    next ??= doAfterRest();
    return next;
  };
}
