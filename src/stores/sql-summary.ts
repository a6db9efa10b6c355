import { AsideCounts } from '../core/aside-counts.ts';
import type {
  ContactSummary,
  FeedbackSummary,
  Reason,
  RevisionSummary,
  SearchSummary,
} from '../core/feedback.ts';
import { compareText } from '../core/text-order.ts';
import { type AsideRow, asideOf, asideStatement } from './sql-aside.ts';

const VOTES = `
  SELECT article, locale, revision, count(*) AS votes, CAST(sum(helpful) AS bigint) AS helpful,
    min(received) AS first, max(received) AS last
  FROM counted_votes GROUP BY article, locale, revision`;

/** Apart from the votes: SQLite finds no index for a `FULL JOIN` of two such counts, and would sort a union of them. */
const VIEWS = `
  SELECT article, locale, revision, count(*) AS views
  FROM counted_signals WHERE kind = 'view' GROUP BY article, locale, revision`;

/** A reason says why an answer did not help: where the reader changed to "yes", it no longer counts. */
const REASONS = `
  SELECT article, locale, revision, reason, count(*) AS votes
  FROM counted_votes WHERE reason IS NOT NULL AND helpful = 0
  GROUP BY article, locale, revision, reason ORDER BY article, locale, revision, reason`;

/** Whether a result of a search was taken, where the search is called `searched`: asked of an index one by one. */
export const OPENED = `SELECT 1 FROM counted_signals AS opened WHERE kind = 'open' AND opened.search = searched.id`;

const SEARCHES = `
  SELECT locale, phrase AS query, count(*) AS searches, count(*) FILTER (WHERE results = 0) AS "withoutResult",
    count(*) FILTER (WHERE results > 0 AND NOT EXISTS (${OPENED})) AS ignored
  FROM counted_signals AS searched WHERE kind = 'search'
  GROUP BY locale, phrase ORDER BY searches DESC, locale, phrase`;

const CONTACTS = `
  SELECT article, locale, count(*) FILTER (WHERE kind = 'contact') AS contacts,
    count(*) FILTER (WHERE kind = 'solved') AS solved
  FROM counted_signals WHERE kind IN ('contact', 'solved') AND article IS NOT NULL
  GROUP BY article, locale ORDER BY article, locale`;

/** What a summary asks, for {@link summaryOf} to put together. */
export const SUMMARY: readonly string[] = [VOTES, VIEWS, REASONS, SEARCHES, CONTACTS, asideStatement()];

interface Revision {
  article: string;
  locale: string;
  revision: string;
}
type VotesRow = Revision & { votes: number; helpful: number; first: number; last: number };
type ViewsRow = Revision & { views: number };
type ReasonRow = Revision & { reason: Reason; votes: number };

/** The summary, from the rows that {@link SUMMARY} gave. */
export function summaryOf(answers: unknown[][]): FeedbackSummary {
  const [votes, views, reasons, searches, contacts, setAside] = answers as [
    VotesRow[],
    ViewsRow[],
    ReasonRow[],
    SearchSummary[],
    ContactSummary[],
    AsideRow[],
  ];
  const aside = new AsideCounts();
  for (const row of setAside) aside.add(asideOf(row), row.count);
  return {
    articles: articlesOf(votes, views, reasons),
    searches: searches.map((row) => ({ ...row })),
    contacts: contacts.map((row) => ({ ...row })),
    aside: aside.inOrder(),
  };
}

/** Written without spread and rest, which would take as long as the database: there may be very many. */
function articlesOf(votes: VotesRow[], views: ViewsRow[], reasons: ReasonRow[]): RevisionSummary[] {
  const summaries = new Map<string, RevisionSummary>();
  for (const row of votes) {
    const { article, locale, revision, votes, helpful, first, last } = row;
    summaries.set(keyOf(row), {
      article,
      locale,
      revision,
      helpful,
      unhelpful: votes - helpful,
      reasons: {},
      views: 0,
      firstVote: new Date(first),
      lastVote: new Date(last),
    });
  }
  for (const row of views) {
    const { article, locale, revision, views } = row;
    const known = summaries.get(keyOf(row));
    if (known) known.views = views;
    else {
      summaries.set(keyOf(row), {
        ...{ article, locale, revision },
        ...{ helpful: 0, unhelpful: 0, reasons: {}, views },
      });
    }
  }
  for (const row of reasons) {
    const known = summaries.get(keyOf(row));
    if (known) known.reasons[row.reason] = row.votes;
  }
  return [...summaries.values()].sort(
    (a, b) =>
      compareText(a.article, b.article) ||
      compareText(a.locale, b.locale) ||
      compareText(a.revision, b.revision),
  );
}

function keyOf({ article, locale, revision }: Revision): string {
  return `${article} ${locale} ${revision}`;
}
