import { compareText } from '../text-order.ts';
import { type Share, shareOf } from './share.ts';

/** Most articles that are listed. */
const MOST_ARTICLES = 10;

/** Ways from one article to a person. */
export interface ContactArticle {
  article: string;
  locale: string;
  contacts: number;
  solved: number;
}

export interface ContactFigures {
  /** How often readers looked for a person. */
  contacts: number;
  /** How often they took an article there instead. */
  instead: number;
  /** `instead` among `contacts`; missing where few contacts, or more articles than contacts, came in. */
  insteadShare?: Share;
  /** How often they said on the way that an article had solved it. */
  solved: number;
  /** `solved` among `contacts`; missing where few contacts, or more solutions than contacts, came in. */
  solvedShare?: Share;
  /** The articles from which most readers looked for a person. */
  articles: ContactArticle[];
}

/** Counts ways to a person one at a time. */
export class ContactTally {
  #contacts = 0;
  #instead = 0;
  #solved = 0;
  readonly #articles = new Map<string, ContactArticle>();

  addContact(locale: string, article?: string): void {
    this.#contacts += 1;
    if (article) this.#countsOf(article, locale).contacts += 1;
  }

  addInstead(): void {
    this.#instead += 1;
  }

  addSolved(locale: string, article: string): void {
    this.#solved += 1;
    this.#countsOf(article, locale).solved += 1;
  }

  figures(): ContactFigures {
    return {
      contacts: this.#contacts,
      instead: this.#instead,
      // Signals may get lost one by one, so that what follows a contact can come without it.
      insteadShare: this.#instead <= this.#contacts ? shareOf(this.#instead, this.#contacts) : undefined,
      solved: this.#solved,
      solvedShare: this.#solved <= this.#contacts ? shareOf(this.#solved, this.#contacts) : undefined,
      articles: [...this.#articles.values()]
        .filter(({ contacts }) => contacts > 0)
        .sort(
          (a, b) =>
            b.contacts - a.contacts || compareText(a.article, b.article) || compareText(a.locale, b.locale),
        )
        .slice(0, MOST_ARTICLES),
    };
  }

  #countsOf(article: string, locale: string): ContactArticle {
    const key = `${locale} ${article}`;
    const counts = this.#articles.get(key) ?? { article, locale, contacts: 0, solved: 0 };
    this.#articles.set(key, counts);
    return counts;
  }
}
