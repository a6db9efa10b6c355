import type { Day } from '../calendar.ts';
import type { AsideSummary, ContactSummary, FeedbackSummary, Reason, RevisionSummary } from '../feedback.ts';
import type { AnswerValue } from '../survey/survey-answer.ts';

/** The votes of one day, in UTC, on one text of an article. */
export interface VoteDay {
  day: Day;
  helpful: number;
  unhelpful: number;
}

/** What readers said and did on one revision, and when they voted. */
export interface RevisionFeedback extends RevisionSummary {
  /** In the order of time; their sums are `helpful` and `unhelpful`. */
  days: VoteDay[];
}

/** What a reader wrote beside a vote. */
export interface ReaderComment {
  /** Of the vote. A commit that deals with it names it: `Resolves-feedback: <id>`. */
  id: string;
  article: string;
  locale: string;
  revision: string;
  received: Date;
  helpful: boolean;
  /** Missing where the reader gave none, or changed to "yes". */
  reason?: Reason;
  comment: string;
}

/** Ways from an article to a person, and the readers among whom they were looked for. */
export interface ContactFeedback extends ContactSummary {
  /** Views of the article in this language in the same days, of whichever text; missing where nobody counted them. */
  views?: number;
}

/** So many times an article was taken from the results of a search. */
export interface SearchLead {
  article: string;
  locale: string;
  /** In small letters, with single spaces. */
  query: string;
  opens: number;
}

/** One answered sheet of the survey. */
export interface SurveySheet {
  /** The language in which it was asked. */
  locale: string;
  answers: Record<string, AnswerValue>;
  /** The wording that each answered question had; missing where none was noted. */
  wordings?: Record<string, string>;
  received: Date;
}

/** The days that an audit looks at. Both belong to them. */
export interface AuditPeriod {
  /** The day of the audit: whatever came in after it is left out. */
  until: Day;
  /** Searches, ways to a person, survey sheets and what was set aside count from this day on; votes and views count from the first. */
  recentFrom: Day;
}

/**
 * Everything that readers said and did, as far as the audit needs it, in an order that is the same wherever it was
 * kept. A vote counts as it is today, on the day on which it came in.
 */
export interface AuditFeedback extends FeedbackSummary {
  /** By article, language and revision. */
  articles: RevisionFeedback[];
  /** Of each article that was viewed in these days, even where nobody looked for a person from it. */
  contacts: ContactFeedback[];
  /** Every comment that is not empty, the newest first. */
  comments: ReaderComment[];
  /** The searches that led to each article, the most frequent first. */
  leads: SearchLead[];
  /** In the order of time. */
  sheets: SurveySheet[];
  /** Submissions that were left out because they came in after the day of the audit. */
  later: number;
  /** What was set aside in these days: it is in none of the other sums. */
  aside: AsideSummary[];
}

/** Nobody has said anything. */
export const NO_FEEDBACK: AuditFeedback = {
  articles: [],
  searches: [],
  contacts: [],
  comments: [],
  leads: [],
  sheets: [],
  later: 0,
  aside: [],
};
