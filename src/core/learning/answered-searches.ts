import { type Day, dayOf } from '../calendar.ts';
import type { StoredVote, Submission } from '../feedback.ts';
import { tidy } from './phrasing.ts';

/** A search by which one reader came to an article, and what the reader then said about it. */
export interface AnsweredSearch {
  query: string;
  locale: string;
  /** Id of the article. */
  article: string;
  helpful: boolean;
  day: Day;
  /** Where search showed the article; the first place is 1. */
  place: number;
}

/**
 * Puts together votes, the searches that they name, and the results that were taken.
 *
 * Nothing stored says who a reader is, and nothing needs to: a browser names a search only with its first vote on an
 * article. So the votes on one article that name a search come from as many readers, however often each of them
 * asked. Votes on different articles may well come from one.
 */
export class AnsweredSearches {
  /** Votes by their search and then by their article: the same search leads to an article once. */
  readonly #votes = new Map<string, Map<string, StoredVote>>();
  readonly #queries = new Map<string, { query: string; locale: string }>();
  readonly #places = new Map<string, number>();

  /** Takes the submissions in the order of an export: votes come before the searches that they name. */
  add(submission: Submission): void {
    if (submission.type === 'vote' && submission.search) {
      const votes = this.#votes.get(submission.search) ?? new Map<string, StoredVote>();
      votes.set(submission.article, submission);
      this.#votes.set(submission.search, votes);
    } else if (submission.type === 'signal' && submission.kind === 'search') {
      if (this.#votes.has(submission.id)) this.#queries.set(submission.id, submission);
    } else if (submission.type === 'signal' && submission.kind === 'open') {
      const { search, article, position } = submission;
      if (this.#votes.get(search)?.has(article)) this.#places.set(`${search} ${article}`, position);
    }
  }

  /** Those of which everything has come in. */
  all(): AnsweredSearch[] {
    return [...this.#votes].flatMap(([search, votes]) => {
      const asked = this.#queries.get(search);
      return [...votes.values()].flatMap(({ article, locale, helpful, received }): AnsweredSearch[] => {
        const place = this.#places.get(`${search} ${article}`);
        if (!asked || place === undefined || asked.locale !== locale) return [];
        return [{ query: tidy(asked.query), locale, article, helpful, day: dayOf(received), place }];
      });
    });
  }
}
