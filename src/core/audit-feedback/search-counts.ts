import type { SearchSummary } from '../feedback.ts';
import { phraseOf } from '../search-phrase.ts';
import type { SearchLead } from './audit-feedback.ts';

/** What was searched for in one language; searches for the same share one. */
interface Phrase {
  locale: string;
  query: string;
}

interface Open {
  search: string;
  article: string;
  locale: string;
}

/**
 * Gathers searches and the results that were taken from them, in any order: a result may be delivered before its
 * search, and several may be taken from one.
 */
export class SearchCounts {
  readonly #phrases = new Map<string, Phrase>();
  readonly #searches = new Map<string, { phrase: Phrase; hasResults: boolean }>();
  readonly #opens: Open[] = [];

  addSearch(id: string, locale: string, query: string, results: number): void {
    const words = phraseOf(query);
    const key = `${locale} ${words}`;
    const phrase = this.#phrases.get(key) ?? { locale, query: words };
    this.#phrases.set(key, phrase);
    this.#searches.set(id.toLowerCase(), { phrase, hasResults: results > 0 });
  }

  addOpen({ search, article, locale }: Open): void {
    this.#opens.push({ search: search.toLowerCase(), article, locale });
  }

  /** In no particular order. */
  searches(): SearchSummary[] {
    const taken = new Set(this.#opens.map(({ search }) => search));
    const counts = new Map<Phrase, SearchSummary>();
    for (const [id, { phrase, hasResults }] of this.#searches) {
      const count = counts.get(phrase) ?? { ...phrase, searches: 0, withoutResult: 0, ignored: 0 };
      count.searches += 1;
      if (!hasResults) count.withoutResult += 1;
      else if (!taken.has(id)) count.ignored += 1;
      counts.set(phrase, count);
    }
    return [...counts.values()];
  }

  /** Which phrases led to which article, in no particular order. */
  leads(): SearchLead[] {
    const leads = new Map<string, SearchLead>();
    for (const { search, article, locale } of this.#opens) {
      const query = this.#searches.get(search)?.phrase.query;
      if (query === undefined) continue;
      const key = `${article} ${locale} ${query}`;
      const lead = leads.get(key) ?? { article, locale, query, opens: 0 };
      lead.opens += 1;
      leads.set(key, lead);
    }
    return [...leads.values()];
  }
}
