import type { Submission } from '../feedback.ts';
import type { GoldenQuery } from '../golden-query.ts';
import type { DemoDays } from './demo-days.ts';
import { Random } from './random.ts';

const SEARCHES = 11_000;
/** How many of them are for something that the articles do not answer. */
const UNANSWERED = 0.11;
/** One phrase in so many brings up something of which readers take little. */
const ONE_IS_PASSED_OVER = 8;

/** What readers look for and do not find, by language, what is asked most first. */
const UNKNOWN: Readonly<Record<string, readonly string[]>> = {
  en: ['price', 'dark mode', 'mobile app', 'single sign-on', 'webhook', 'export to excel', 'slack', 'cancel'],
  de: [
    'preise',
    'dunkelmodus',
    'app',
    'kündigen',
    'anmeldung mit google',
    'excel export',
    'rechnung',
    'teams',
  ],
};

/** A phrase that is searched for, and the article that answers it. */
export type AskedPhrase = Pick<GoldenQuery, 'locale' | 'query' | 'article'>;

/** What readers search for, and what they take of it. */
export function* demoSearches(
  phrases: readonly AskedPhrase[],
  locales: readonly string[],
  days: DemoDays,
  seed: string,
): Generator<Submission> {
  const readers = locales.map((locale, place) => [locale, 1 / (place + 1.5)] as const);
  const all = readers.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [locale, weight] of readers) {
    const random = new Random(`${seed} searches ${locale}`);
    const own = random.shuffled(phrases.filter((phrase) => phrase.locale === locale));
    const found = own.map((phrase, place) => {
      const taken = random.chance(1 / ONE_IS_PASSED_OVER)
        ? random.between(0.1, 0.3)
        : random.between(0.55, 0.9);
      return [{ ...phrase, taken }, 1 / (place + 3)] as const;
    });
    const missed = (UNKNOWN[locale] ?? []).map((query, place) => [query, 1 / (place + 2)] as const);
    for (let left = random.near((SEARCHES * weight) / all); left > 0; left -= 1) {
      const received = days.instant(random);
      const id = random.uuid();
      const search = { type: 'signal', id, kind: 'search', locale, received } as const;
      if (missed.length > 0 && random.chance(UNANSWERED)) {
        yield { ...search, query: random.weighted(missed), results: 0 };
      } else if (found.length > 0) {
        const { query, article, taken } = random.weighted(found);
        yield { ...search, query, results: 1 + Math.floor(random.next() * 12) };
        if (!random.chance(taken)) continue;
        const position = random.weighted([
          [1, 0.6],
          [2, 0.25],
          [3, 0.15],
        ]);
        const open = { type: 'signal', id: random.uuid(), kind: 'open', locale } as const;
        yield { ...open, search: id, article, position, received: soonAfter(received, random) };
      }
    }
  }
}

/** Up to two minutes later. */
export function soonAfter(instant: Date, random: Random): Date {
  return new Date(instant.getTime() + Math.floor(random.between(5_000, 120_000)));
}
