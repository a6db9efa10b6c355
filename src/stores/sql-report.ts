import type { Reason } from '../core/feedback.ts';
import { A_DAY, type Period } from '../core/figures/period.ts';
import type { PeriodInput, VotedRevision, VotedText } from '../core/figures/period-input.ts';
import type { Reading } from './database.ts';
import type { ReportParts } from './feedback-store.ts';
import { answersOf, type Stored, signalOf, voteOf } from './submission-rows.ts';
import { MARKS, marksOf } from './vote-marks.ts';

/** Reads what came in by when it came in: that takes as long as the period is, however much there is besides. */
const WITHIN = 'received >= $1 AND received < $2';

const VOTES = `
  SELECT article, locale, revision, level, ${MARKS} AS marks
  FROM votes WHERE locale IS NOT NULL AND ${WITHIN} GROUP BY article, locale, revision, level`;

const REASONS = `
  SELECT article, locale, revision, reason, count(*) AS votes
  FROM votes WHERE reason IS NOT NULL AND helpful = 0 AND ${WITHIN} GROUP BY article, locale, revision, reason`;

const COMMENTS = `
  SELECT id, received, changed, article, locale, revision, helpful, reason, comment
  FROM votes WHERE comment <> '' AND locale IS NOT NULL AND ${WITHIN} ORDER BY received, id`;

const SHEETS = `SELECT * FROM answers WHERE locale IS NOT NULL AND ${WITHIN} ORDER BY received, id`;

/** The text added to `kind` keeps SQLite from its index of views, which does not know when they came in. */
const VIEWS = `
  SELECT article, locale, revision, count(*) AS views
  FROM signals WHERE kind || '' = 'view' AND ${WITHIN} GROUP BY article, locale, revision`;

const SIGNALS = `
  SELECT id, received, kind, locale, article, query, results
  FROM signals WHERE kind NOT IN ('view', 'open') AND ${WITHIN} ORDER BY received, id`;

/** Whenever that was: a result may be taken after midnight, and be delivered before its search. */
const OPENS = `SELECT search FROM signals WHERE kind = 'open'`;

type VoteRow = VotedRevision & { level: VotedText['level'] | null; marks: string };

/** Asks for what came in within a period: votes, their reasons and views as sums, the rest one by one. */
export function reportReading({ from, to }: Period, input: PeriodInput, parts: ReportParts): Reading<void> {
  const values = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`) + A_DAY];
  const votes = ({ level, marks, ...of }: VoteRow) =>
    input.addVotes(level ? { ...of, level } : of, marksOf(marks));
  const reasons = (row: VotedRevision & { reason: Reason; votes: number }) =>
    input.addReasons(row, row.reason, row.votes);
  const views = (row: VotedRevision & { views: number }) =>
    input.addViews(row.article, row.locale, row.revision, row.views);
  const said = [
    { statement: VOTES, values, take: votes },
    { statement: REASONS, values, take: reasons },
    { statement: COMMENTS, values, take: (row: Stored) => input.addComment(voteOf(row)) },
    { statement: SHEETS, values, take: (row: Stored) => input.add({ type: 'answers', ...answersOf(row) }) },
  ];
  const done = [
    { statement: VIEWS, values, take: views },
    { statement: SIGNALS, values, take: (row: Stored) => input.add({ type: 'signal', ...signalOf(row) }) },
    { statement: OPENS, take: ({ search }: { search: string }) => input.addOpen(search) },
  ];
  return { questions: parts === 'everything' ? [...said, ...done] : said, result: () => {} };
}
