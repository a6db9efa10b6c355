import type { RevisionFeedback } from './audit-feedback.ts';
import type { Commit } from './history.ts';

/** What an edit changed: how the text looks, how it is spelt, or what it says. */
export const EDIT_KINDS = ['formatting', 'spelling', 'substance'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** One text that an article has had. */
export interface TextVersion {
  revision: string;
  /** The commit that made it; missing for a text that is not committed yet, or without any history. */
  commit?: Commit;
  /** What it changed of the text before; missing for the first. */
  edit?: EditKind;
  /** What readers said of exactly this text. */
  feedback?: RevisionFeedback;
}

/** What readers said between two changes of substance. Formatting and spelling do not interrupt it. */
export interface VoteSeries {
  /** The newest first. The last is the one that changed the substance. */
  versions: TextVersion[];
  /** The sums over all its versions; `revision` is that of the newest. */
  feedback: RevisionFeedback;
}

/** The votes on one article in one language, told apart by the changes of its substance. */
export interface ArticleSeries {
  /** Since the last change of substance. */
  current: VoteSeries;
  /** Of the text before that change, if there was one. */
  before?: VoteSeries;
}
