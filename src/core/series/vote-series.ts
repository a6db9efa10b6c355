import type { RevisionFeedback } from '../audit-feedback/audit-feedback.ts';
import type { Commit } from '../history.ts';

/** What an edit changed: how the text looks, how it is spelt, or what it says. */
export const EDIT_KINDS = ['formatting', 'spelling', 'substance'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** One text that an article has had. */
export interface TextVersion {
  revision: string;
  /**
   * The commit that made it; missing for a text that is not committed yet, and where nobody voted on an earlier one,
   * so that none was read.
   */
  commit?: Commit;
  /** What it changed of the text before; missing for the first, and where no earlier one was wanted. */
  edit?: EditKind;
  /** What readers said of exactly this text. */
  feedback?: RevisionFeedback;
}

/** What readers said between two changes of substance. Formatting and spelling do not interrupt it. */
export interface VoteSeries {
  /** The newest first. Of a series that another comes before, the last is the one that changed the substance. */
  versions: TextVersion[];
  /** The sums over all its versions; `revision` is that of the newest. */
  feedback: RevisionFeedback;
}

/** The votes on one article in one language, told apart by the changes of its substance. */
export interface ArticleSeries {
  /** Since the last change of substance. */
  current: VoteSeries;
  /** The newest earlier one that anybody voted on. */
  before?: VoteSeries;
}
