import type {
  ContactSummary,
  FeedbackSummary,
  Reason,
  RevisionSummary,
  SearchSummary,
} from '../core/feedback.ts';

/**
 * Votes and views of each revision; either may be missing. Counted apart and then put together, because SQLite finds
 * no index for a `FULL JOIN` of two such counts.
 */
const REVISIONS = `
  SELECT article, locale, revision, CAST(sum(yes) AS bigint) AS helpful, CAST(sum(no) AS bigint) AS unhelpful,
    CAST(sum(seen) AS bigint) AS views, min(first_vote) AS first, max(last_vote) AS last
  FROM (
    SELECT article, locale, revision, count(*) FILTER (WHERE helpful = 1) AS yes,
      count(*) FILTER (WHERE helpful = 0) AS no, 0 AS seen, min(received) AS first_vote, max(received) AS last_vote
    FROM votes WHERE locale IS NOT NULL GROUP BY article, locale, revision
    UNION ALL
    SELECT article, locale, revision, 0, 0, count(*), NULL, NULL
    FROM signals WHERE kind = 'view' GROUP BY article, locale, revision
  ) AS counted
  GROUP BY article, locale, revision ORDER BY article, locale, revision`;

/** A reason says why an answer did not help: where the reader changed to "yes", it no longer counts. */
const REASONS = `
  SELECT article, locale, revision, reason, count(*) AS votes
  FROM votes WHERE reason IS NOT NULL AND helpful = 0
  GROUP BY article, locale, revision, reason ORDER BY article, locale, revision, reason`;

const SEARCHES = `
  SELECT locale, phrase AS query, count(*) AS searches, count(*) FILTER (WHERE results = 0) AS without_result,
    count(*) FILTER (WHERE results > 0 AND opened.search IS NULL) AS ignored
  FROM signals
  LEFT JOIN (SELECT DISTINCT search FROM signals WHERE kind = 'open') AS opened ON opened.search = signals.id
  WHERE kind = 'search'
  GROUP BY locale, phrase ORDER BY searches DESC, locale, phrase`;

const CONTACTS = `
  SELECT article, locale, count(*) FILTER (WHERE kind = 'contact') AS contacts,
    count(*) FILTER (WHERE kind = 'solved') AS solved
  FROM signals WHERE kind IN ('contact', 'solved') AND article IS NOT NULL
  GROUP BY article, locale ORDER BY article, locale`;

/** What a summary asks, for {@link summaryOf} to put together. */
export const SUMMARY: readonly string[] = [REVISIONS, REASONS, SEARCHES, CONTACTS];

interface Revision {
  article: string;
  locale: string;
  revision: string;
}
type RevisionRow = Revision & {
  helpful: number;
  unhelpful: number;
  views: number;
  first: number | null;
  last: number | null;
};
type ReasonRow = Revision & { reason: Reason; votes: number };
type SearchRow = Omit<SearchSummary, 'withoutResult'> & { without_result: number };

/** The summary, from the rows that {@link SUMMARY} gave. */
export function summaryOf(answers: unknown[][]): FeedbackSummary {
  const [revisions, reasons, searches, contacts] = answers as [
    RevisionRow[],
    ReasonRow[],
    SearchRow[],
    ContactSummary[],
  ];
  const reasonsOf = Map.groupBy(reasons, keyOf);
  return {
    articles: revisions.map((row) => revisionOf(row, reasonsOf.get(keyOf(row)) ?? [])),
    searches: searches.map(({ without_result: withoutResult, ...row }) => ({ ...row, withoutResult })),
    contacts: contacts.map((row) => ({ ...row })),
  };
}

function revisionOf({ first, last, ...row }: RevisionRow, reasons: ReasonRow[]): RevisionSummary {
  return {
    ...row,
    reasons: Object.fromEntries(reasons.map(({ reason, votes }) => [reason, votes])),
    ...(first !== null && { firstVote: new Date(first) }),
    ...(last !== null && { lastVote: new Date(last) }),
  };
}

function keyOf({ article, locale, revision }: Revision): string {
  return `${article} ${locale} ${revision}`;
}
