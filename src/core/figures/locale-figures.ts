import { compareText } from '../text-order.ts';
import { type Share, shareOf } from './share.ts';
import type { TextSums } from './vote-table.ts';

/** What readers of one language did. */
export interface LocaleFigures {
  locale: string;
  views: number;
  votes: number;
  helpful?: Share;
  searches: number;
  contacts: number;
}

type LocaleCount = Record<'views' | 'searches' | 'contacts', number>;

/** Counts by language what readers did, besides voting. */
export class LocaleTally {
  readonly #locales = new Map<string, LocaleCount>();

  add(locale: string, what: keyof LocaleCount, times = 1): void {
    let counts = this.#locales.get(locale);
    if (!counts) {
      counts = { views: 0, searches: 0, contacts: 0 };
      this.#locales.set(locale, counts);
    }
    counts[what] += times;
  }

  counts(): ReadonlyMap<string, LocaleCount> {
    return this.#locales;
  }
}

/** The language with the most views and votes first. */
export function localeFigures(tally: LocaleTally, sums: readonly TextSums[]): LocaleFigures[] {
  const votes = new Map<string, { votes: number; helpful: number }>();
  for (const { locale, votes: all, helpful } of sums) {
    const sum = votes.get(locale) ?? { votes: 0, helpful: 0 };
    votes.set(locale, { votes: sum.votes + all, helpful: sum.helpful + helpful });
  }
  return [...new Set([...tally.counts().keys(), ...votes.keys()])]
    .map((locale) => {
      const { votes: all, helpful } = votes.get(locale) ?? { votes: 0, helpful: 0 };
      const { views, searches, contacts } = tally.counts().get(locale) ?? {
        views: 0,
        searches: 0,
        contacts: 0,
      };
      return { locale, views, votes: all, searches, contacts, helpful: shareOf(helpful, all) };
    })
    .sort((a, b) => b.views + b.votes - a.views - a.votes || compareText(a.locale, b.locale));
}
