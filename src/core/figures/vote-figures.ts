import { type Day, dayOf } from '../calendar.ts';
import { REASONS, type Reason, type StoredVote } from '../feedback.ts';
import { Newest } from './newest.ts';
import { mondayOf, weekOf } from './period.ts';
import { type Share, type ShareChange, shareOf } from './share.ts';
import { SMALLEST_GROUP } from './small-groups.ts';
import type { SharePoint, Trend } from './trend.ts';

/** Most comments that a report quotes. */
const MOST_COMMENTS = 100;

/** Votes of one week. */
export interface VoteWeek {
  /** The Monday with which it begins, in UTC. */
  week: Day;
  votes: number;
  helpful?: Share;
}

export interface ReasonFigure {
  reason: Reason;
  count: number;
  /** Among the votes that give a reason, from 0 to 1. */
  share: number;
}

/** What a reader wrote with a vote. */
export interface Comment {
  text: string;
  day: Day;
  article: string;
  locale: string;
  helpful: boolean;
  reason?: Reason;
}

export interface VoteFigures {
  total: number;
  helpful?: Share;
  change?: ShareChange;
  /** Missing where too few voted for a trend. */
  trend?: Trend<SharePoint>;
  /** Every week from the first vote to the last, those without votes too. */
  weeks: VoteWeek[];
  /** How many of the votes that say "no" say why; missing where these are too few to be shown. */
  withReason?: number;
  /** The most frequent first; empty where too few gave one. */
  reasons: ReasonFigure[];
  comments: { total: number; newest: Comment[] };
}

/** Counts votes one at a time. */
export class VoteTally {
  #total = 0;
  #helpful = 0;
  readonly #weeks = new Map<number, { votes: number; helpful: number }>();
  readonly #reasons = new Map<Reason, number>();
  readonly #comments = new Newest<Comment>(MOST_COMMENTS);

  add(vote: StoredVote): void {
    this.#total += 1;
    if (vote.helpful) this.#helpful += 1;
    const number = weekOf(vote.received);
    const week = this.#weeks.get(number) ?? { votes: 0, helpful: 0 };
    week.votes += 1;
    if (vote.helpful) week.helpful += 1;
    this.#weeks.set(number, week);
    // Where the reader changed to "yes", the reason no longer counts.
    if (vote.reason && !vote.helpful)
      this.#reasons.set(vote.reason, (this.#reasons.get(vote.reason) ?? 0) + 1);
    if (vote.comment) {
      const { comment: text, article, locale, helpful, reason } = vote;
      const day = dayOf(vote.received);
      this.#comments.add(
        { text, day, article, locale, helpful, ...(!helpful && reason && { reason }) },
        vote.received,
      );
    }
  }

  figures(): VoteFigures {
    const withReason = [...this.#reasons.values()].reduce((sum, count) => sum + count, 0);
    return {
      total: this.#total,
      helpful: shareOf(this.#helpful, this.#total),
      weeks: this.#everyWeek(),
      ...(withReason >= SMALLEST_GROUP && { withReason }),
      reasons: withReason < SMALLEST_GROUP ? [] : this.#byFrequency(withReason),
      comments: { total: this.#comments.total, newest: this.#comments.list() },
    };
  }

  #everyWeek(): VoteWeek[] {
    if (this.#weeks.size === 0) return [];
    const numbers = [...this.#weeks.keys()].sort((a, b) => a - b);
    const first = numbers[0] ?? 0;
    const last = numbers.at(-1) ?? first;
    return Array.from({ length: last - first + 1 }, (_, index) => {
      const { votes, helpful } = this.#weeks.get(first + index) ?? { votes: 0, helpful: 0 };
      return { week: mondayOf(first + index), votes, helpful: shareOf(helpful, votes) };
    });
  }

  #byFrequency(all: number): ReasonFigure[] {
    return REASONS.map((reason) => {
      const count = this.#reasons.get(reason) ?? 0;
      return { reason, count, share: count / all };
    }).sort((a, b) => b.count - a.count);
  }
}
