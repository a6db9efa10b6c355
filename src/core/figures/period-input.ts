import type { Level } from '../article-kinds.ts';
import type { Aside, Reason, StoredVote, Submission } from '../feedback.ts';
import type { Phrase } from './search-figures.ts';

/** One wording of an article in one language. */
export interface VotedRevision {
  article: string;
  locale: string;
  revision: string;
}

/** What readers of one level of experience, or who did not say how well they know the subject, voted on. */
export interface VotedText extends VotedRevision {
  level?: Level;
}

/** What fills a tally: submissions one at a time, or sums that a database has made. Both give the same figures. */
export interface PeriodInput {
  /** A submission within the period; the caller has looked. */
  add(submission: Submission): void;
  /** Votes on one text, each as `markOf` writes it: its day and whether the text helped. */
  addVotes(of: VotedText, marks: readonly number[]): void;
  /** So many votes that say "no" and why. */
  addReasons(of: VotedRevision, reason: Reason, votes: number): void;
  /** A vote with a comment; the vote itself and its reason are counted by the other two. */
  addComment(vote: StoredVote): void;
  addViews(article: string, locale: string, revision: string, views: number): void;
  /** Searches for one phrase, as `phraseOf` writes it, with how many of them came to nothing. */
  addSearches(phrase: Phrase): void;
  /** A result of this search was taken, whenever that was; those of searches in sum are not given. */
  addOpen(search: string): void;
  /** So many submissions of one kind that are kept but not counted; the others are not told of them. */
  addAside(kind: Submission['type'], reason: Aside, count: number): void;
}
