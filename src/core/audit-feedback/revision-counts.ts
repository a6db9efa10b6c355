import { REASONS, type Reason } from '../feedback.ts';
import type { RevisionFeedback } from './audit-feedback.ts';
import { dayNames, voteDaysOf } from './vote-days.ts';

/** What has been counted of one revision so far. */
interface Counts {
  article: string;
  locale: string;
  revision: string;
  /** Each vote as `markOf` writes it, in any order. */
  votes: number[];
  reasons: Partial<Record<Reason, number>>;
  views: number;
  /** First and last vote, in milliseconds since 1970. */
  first: number;
  last: number;
}

/** Gathers what readers said and did on each revision, from single submissions or from sums, in any order. */
export class RevisionCounts {
  readonly #counts = new Map<string, Counts>();

  /** The counts of this revision, to be added to. */
  of(article: string, locale: string, revision: string): Counts {
    const key = `${article} ${locale} ${revision}`;
    const known = this.#counts.get(key);
    if (known) return known;
    const counts = {
      ...{ article, locale, revision, votes: [], reasons: {}, views: 0 },
      ...{ first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
    };
    this.#counts.set(key, counts);
    return counts;
  }

  /** In no particular order. */
  feedback(): RevisionFeedback[] {
    const nameOf = dayNames();
    return [...this.#counts.values()].map(({ votes, reasons, first, last, ...revision }) => {
      const days = voteDaysOf(votes, nameOf);
      const helpful = days.reduce((sum, day) => sum + day.helpful, 0);
      return {
        ...revision,
        helpful,
        unhelpful: votes.length - helpful,
        // In one order, whichever came first.
        reasons: Object.fromEntries(REASONS.flatMap((one) => (reasons[one] ? [[one, reasons[one]]] : []))),
        ...(votes.length > 0 && { firstVote: new Date(first), lastVote: new Date(last) }),
        days,
      };
    });
  }
}
