import type { Reason } from '../feedback.ts';

/** What is known of an article in one language besides its votes. */
export interface ViewsAndReasons {
  article: string;
  locale: string;
  views: number;
  reasons: Partial<Record<Reason, number>>;
}

/** Counts how often articles were opened, and why they did not help. */
export class ViewsAndReasonsTally {
  readonly #articles = new Map<string, ViewsAndReasons>();

  addViews(article: string, locale: string, views: number): void {
    this.#countsOf(article, locale).views += views;
  }

  addReasons(article: string, locale: string, reason: Reason, votes: number): void {
    const { reasons } = this.#countsOf(article, locale);
    reasons[reason] = (reasons[reason] ?? 0) + votes;
  }

  articles(): ViewsAndReasons[] {
    return [...this.#articles.values()];
  }

  /** Of all articles together. */
  reasons(): Map<Reason, number> {
    const all = new Map<Reason, number>();
    for (const { reasons } of this.#articles.values()) {
      for (const [reason, votes] of Object.entries(reasons)) {
        all.set(reason as Reason, (all.get(reason as Reason) ?? 0) + votes);
      }
    }
    return all;
  }

  #countsOf(article: string, locale: string): ViewsAndReasons {
    const key = `${locale} ${article}`;
    let counts = this.#articles.get(key);
    if (!counts) {
      counts = { article, locale, views: 0, reasons: {} };
      this.#articles.set(key, counts);
    }
    return counts;
  }
}
