import { compareText } from '../text-order.ts';
import type { Share } from './share.ts';
import type { VoteGroups } from './vote-groups.ts';

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
export function localeFigures(tally: LocaleTally, groups: VoteGroups): LocaleFigures[] {
  return [...new Set([...tally.counts().keys(), ...groups.locales()])]
    .map((locale) => ({
      locale,
      ...(tally.counts().get(locale) ?? { views: 0, searches: 0, contacts: 0 }),
      votes: groups.total([locale]),
      helpful: groups.share([locale]),
    }))
    .sort((a, b) => b.views + b.votes - a.views - a.votes || compareText(a.locale, b.locale));
}
