import type { AuditFeedback, AuditPeriod } from '../core/audit-feedback/audit-feedback.ts';
import type {
  Answers,
  Aside,
  FeedbackSummary,
  Signal,
  StoredAnswers,
  StoredVote,
  Submission,
  Vote,
  VoteChange,
} from '../core/feedback.ts';
import type { Period } from '../core/figures/period.ts';
import type { PeriodInput } from '../core/figures/period-input.ts';
import type { PublishedText } from '../core/manifest.ts';

/** What became of a submission: `duplicate` if its id was there already, in which case nothing changed. */
export type Outcome = 'stored' | 'duplicate';

/** What a report asks for of a period, and of the one before it. */
export type ReportParts = 'everything' | 'votes and sheets';

/**
 * Where readers' feedback is kept. Every promise below is shown by one contract test that runs on each store.
 *
 * A method that resolves has written durably. The id of a submission makes every write safe to repeat: a vote
 * that was withdrawn stays withdrawn when it is delivered again. Ids are UUIDs, the same in capitals.
 *
 * Text comes back as it was given, but without NUL, and with U+FFFD for half a surrogate pair: not every database
 * keeps these. A method rejects with a `UserError` where the database is locked, full, stopped or out of reach.
 */
export interface FeedbackStore {
  /** @param aside why the vote is kept but not counted; the same holds for all that is added */
  addVote(vote: Vote, received: Date, aside?: Aside): Promise<Outcome>;
  /** The vote as it is stored; `undefined` if there is none (any more). */
  vote(id: string): Promise<StoredVote | undefined>;
  /** Changes what is given and leaves the rest; `false` if there is no such vote (any more). */
  changeVote(id: string, change: VoteChange, changed: Date): Promise<boolean>;
  /** Removes the vote with its reason and comment; `false` if there is no such vote (any more). */
  withdrawVote(id: string): Promise<boolean>;

  addAnswers(answers: Answers, received: Date, aside?: Aside): Promise<Outcome>;
  /** The sheet as it is stored; `undefined` if there is none (any more). */
  answers(id: string): Promise<StoredAnswers | undefined>;
  withdrawAnswers(id: string): Promise<boolean>;

  /** Adds those whose id is new, and says how many these were. */
  addSignals(signals: readonly Signal[], received: Date, aside?: Aside): Promise<number>;

  /** Sums of what counts: what was set aside is in none of them. The same holds for audits and reports. */
  summary(): Promise<FeedbackSummary>;
  /** What an audit needs to know, the same as an `AuditTally` makes of all submissions, but faster. */
  auditFeedback(period: AuditPeriod): Promise<AuditFeedback>;
  /**
   * Gives a tally what came in on the days of a period: the same as each submission by itself, but faster, and all as of
   * one moment. Which results were taken is given of all time, so that a search just before midnight is not called
   * ignored.
   *
   * @param parts `votes and sheets` leaves out what readers did without saying anything.
   */
  feedbackWithin(period: Period, input: PeriodInput, parts?: ReportParts): Promise<void>;
  /**
   * Every submission that has not been withdrawn, set aside or not: votes, then answers, then signals, each by time
   * received.
   */
  submissions(): AsyncIterable<Submission>;

  /** Notes texts that are published at this instant, again if they were noted before. */
  addPublished(texts: readonly PublishedText[], seen: Date): Promise<void>;
  /** Every text that was noted as published. */
  published(): Promise<PublishedText[]>;

  /**
   * Deletes what was received before this instant, and says how many submissions these were. The ids of those that
   * were withdrawn go too, uncounted, and so do texts that were last seen to be published before.
   */
  deleteBefore(instant: Date): Promise<number>;

  /** A random secret of 32 bytes in hexadecimal, made when it is first asked for; the same ever after. */
  secret(name: string): Promise<string>;

  /** Resolves if the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
