import type { Reason } from '../core/feedback.ts';
import { A_DAY, type Period } from '../core/figures/period.ts';
import type { PeriodInput, VotedRevision, VotedText } from '../core/figures/period-input.ts';
import type { Phrase } from '../core/figures/search-figures.ts';
import type { Reading } from './database.ts';
import type { ReportParts } from './feedback-store.ts';
import { type AsideRow, asideStatement } from './sql-aside.ts';
import { OPENED } from './sql-summary.ts';
import { answersOf, type Stored, signalOf, voteOf } from './submission-rows.ts';
import { MARKS, marksOf } from './vote-marks.ts';

/** Reads what came in by when it came in: that takes as long as the period is, however much there is besides. */
const WITHIN = 'received >= $1 AND received < $2';

/** The signs before `received` keep SQLite to the index that holds all that is asked for, or little else. */
const WITHIN_INDEX = '+received >= $1 AND +received < $2';

const VOTES = `
  SELECT article, locale, revision, level, ${MARKS} AS marks
  FROM counted_votes WHERE ${WITHIN_INDEX} GROUP BY article, locale, revision, level`;

const REASONS = `
  SELECT article, locale, revision, reason, count(*) AS votes
  FROM counted_votes WHERE reason IS NOT NULL AND helpful = 0 AND ${WITHIN} GROUP BY article, locale, revision, reason`;

const COMMENTS = `
  SELECT id, received, changed, article, locale, revision, helpful, reason, comment
  FROM counted_votes WHERE comment <> '' AND ${WITHIN} ORDER BY received, id`;

const SHEETS = `SELECT * FROM counted_answers WHERE ${WITHIN} ORDER BY received, id`;

const VIEWS = `
  SELECT article, locale, revision, count(*) AS views
  FROM counted_signals WHERE kind = 'view' AND ${WITHIN_INDEX} GROUP BY article, locale, revision`;

/** The text added to `kind` keeps SQLite from going through the searches of all time. */
const SEARCHES = `
  SELECT locale, phrase AS query, count(*) AS searches, count(*) FILTER (WHERE results = 0) AS without_result,
    count(*) FILTER (WHERE results > 0 AND NOT EXISTS (${OPENED})) AS ignored
  FROM counted_signals AS searched WHERE kind || '' = 'search' AND ${WITHIN} GROUP BY locale, phrase`;

const WAYS_TO_A_PERSON = `
  SELECT id, received, kind, locale, article
  FROM counted_signals WHERE kind IN ('contact', 'instead', 'solved') AND ${WITHIN} ORDER BY received, id`;

const ASIDE = asideStatement(WITHIN_INDEX);

type SearchRow = Omit<Phrase, 'withoutResult'> & { without_result: number };
type VoteRow = VotedRevision & { level: VotedText['level'] | null; marks: string };

/** Asks for what came in within a period: votes, their reasons, views and searches as sums, the rest one by one. */
export function reportReading({ from, to }: Period, input: PeriodInput, parts: ReportParts): Reading<void> {
  const values = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`) + A_DAY];
  const votes = ({ level, marks, ...of }: VoteRow) =>
    input.addVotes(level ? { ...of, level } : of, marksOf(marks));
  const reasons = (row: VotedRevision & { reason: Reason; votes: number }) =>
    input.addReasons(row, row.reason, row.votes);
  const views = (row: VotedRevision & { views: number }) =>
    input.addViews(row.article, row.locale, row.revision, row.views);
  const searches = ({ without_result: withoutResult, ...row }: SearchRow) =>
    input.addSearches({ ...row, withoutResult });
  const ways = (row: Stored) => input.add({ type: 'signal', ...signalOf(row) });
  const aside = ({ kind, reason, count }: AsideRow) => input.addAside(kind, reason, count);
  const said = [
    { statement: VOTES, values, take: votes },
    { statement: REASONS, values, take: reasons },
    { statement: COMMENTS, values, take: (row: Stored) => input.addComment(voteOf(row)) },
    { statement: SHEETS, values, take: (row: Stored) => input.add({ type: 'answers', ...answersOf(row) }) },
  ];
  const done = [
    { statement: VIEWS, values, take: views },
    { statement: SEARCHES, values, take: searches },
    { statement: WAYS_TO_A_PERSON, values, take: ways },
    { statement: ASIDE, values, take: aside },
  ];
  return { questions: parts === 'everything' ? [...said, ...done] : said, result: () => {} };
}
