import { phraseOf } from '../search-phrase.ts';
import { compareText } from '../text-order.ts';
import { type Share, shareOf } from './share.ts';
import { SMALLEST_GROUP } from './small-groups.ts';

/** Most phrases in each list. */
const MOST_PHRASES = 20;

/** What was searched for in one language. */
export interface Phrase {
  /** In small letters, with single spaces. */
  query: string;
  locale: string;
  searches: number;
  /** Searches that found nothing. */
  withoutResult: number;
  /** Searches that found something of which nothing was taken. */
  ignored: number;
}

export interface SearchFigures {
  total: number;
  withoutResult?: Share;
  ignored?: Share;
  /**
   * The phrases that were asked, found nothing and were ignored most. Only phrases that were searched for
   * often enough to say nothing about a single reader.
   */
  asked: Phrase[];
  unanswered: Phrase[];
  passedOver: Phrase[];
  /** Searches for phrases too rare to be listed. */
  rare: number;
}

/** Counts searches one at a time. */
export class SearchTally {
  readonly #phrases = new Map<string, Phrase>();
  /** Searches that found something of which nothing has been taken so far. */
  readonly #waiting = new Map<string, Phrase>();
  /** Searches of which a result was taken before the search itself was delivered. */
  readonly #early = new Set<string>();

  addSearch(search: string, query: string, locale: string, results: number): void {
    const phrase = this.#phraseOf(phraseOf(query), locale);
    phrase.searches += 1;
    if (results === 0) {
      phrase.withoutResult += 1;
    } else if (!this.#early.delete(search)) {
      phrase.ignored += 1;
      this.#waiting.set(search, phrase);
    }
  }

  /** Searches for one phrase that were summed up elsewhere, where it is known of which a result was taken. */
  addSearches({ query, locale, searches, withoutResult, ignored }: Phrase): void {
    const phrase = this.#phraseOf(query, locale);
    phrase.searches += searches;
    phrase.withoutResult += withoutResult;
    phrase.ignored += ignored;
  }

  /** A result of this search was taken. */
  addOpen(search: string): void {
    const phrase = this.#waiting.get(search);
    if (phrase) {
      phrase.ignored -= 1;
      this.#waiting.delete(search);
    } else {
      this.#early.add(search);
    }
  }

  figures(): SearchFigures {
    const all = [...this.#phrases.values()];
    const sum = (count: (phrase: Phrase) => number) => all.reduce((so, phrase) => so + count(phrase), 0);
    const total = sum(({ searches }) => searches);
    const frequent = all.filter(({ searches }) => searches >= SMALLEST_GROUP);
    return {
      total,
      withoutResult: shareOf(
        sum(({ withoutResult }) => withoutResult),
        total,
      ),
      ignored: shareOf(
        sum(({ ignored }) => ignored),
        total,
      ),
      asked: most(frequent, ({ searches }) => searches),
      unanswered: most(frequent, ({ withoutResult }) => withoutResult),
      passedOver: most(frequent, ({ ignored }) => ignored),
      rare: total - frequent.reduce((so, { searches }) => so + searches, 0),
    };
  }

  #phraseOf(query: string, locale: string): Phrase {
    const key = `${locale} ${query}`;
    let phrase = this.#phrases.get(key);
    if (!phrase) {
      phrase = { query, locale, searches: 0, withoutResult: 0, ignored: 0 };
      this.#phrases.set(key, phrase);
    }
    return phrase;
  }
}

function most(phrases: readonly Phrase[], count: (phrase: Phrase) => number): Phrase[] {
  return phrases
    .filter((phrase) => count(phrase) > 0)
    .sort(
      (a, b) =>
        count(b) - count(a) ||
        b.searches - a.searches ||
        compareText(a.query, b.query) ||
        compareText(a.locale, b.locale),
    )
    .slice(0, MOST_PHRASES);
}
