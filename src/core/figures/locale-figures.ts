import { type Share, shareOf } from './share.ts';

/** What readers of one language did. */
export interface LocaleFigures {
  locale: string;
  views: number;
  votes: number;
  helpful?: Share;
  searches: number;
  contacts: number;
}

type LocaleCount = Record<'views' | 'votes' | 'helpful' | 'searches' | 'contacts', number>;

/** Counts by language, one submission at a time. */
export class LocaleTally {
  readonly #locales = new Map<string, LocaleCount>();

  add(locale: string, what: keyof LocaleCount): void {
    let counts = this.#locales.get(locale);
    if (!counts) {
      counts = { views: 0, votes: 0, helpful: 0, searches: 0, contacts: 0 };
      this.#locales.set(locale, counts);
    }
    counts[what] += 1;
  }

  /** The language with the most views and votes first. */
  figures(): LocaleFigures[] {
    return [...this.#locales]
      .map(([locale, { helpful, ...counts }]) => ({
        locale,
        ...counts,
        helpful: shareOf(helpful, counts.votes),
      }))
      .sort((a, b) => b.views + b.votes - a.views - a.votes || (a.locale < b.locale ? -1 : 1));
  }
}
