import type { AuditFeedback, AuditPeriod } from '../core/audit-feedback/audit-feedback.ts';
import { boundsOf } from '../core/audit-feedback/audit-period.ts';
import { AuditTally } from '../core/audit-feedback/audit-tally.ts';
import type { Reason } from '../core/feedback.ts';
import type { Reading } from './database.ts';
import { type AsideRow, asideOf, asideStatement } from './sql-aside.ts';
import { answersOf, type Stored, signalOf } from './submission-rows.ts';
import { MARKS, marksOf } from './vote-marks.ts';

const VOTES = `
  SELECT article, locale, revision, min(received) AS first, max(received) AS last, ${MARKS} AS marks
  FROM counted_votes WHERE received < $1 GROUP BY article, locale, revision`;

const REASONS = `
  SELECT article, locale, revision, reason, count(*) AS votes
  FROM counted_votes WHERE reason IS NOT NULL AND helpful = 0 AND received < $1
  GROUP BY article, locale, revision, reason`;

/** The sign before `received` keeps SQLite from going through all votes by time: few have a comment, no withdrawn one. */
const COMMENTS = `
  SELECT id, received, article, locale, revision, helpful, reason, comment
  FROM counted_votes WHERE comment <> '' AND +received < $1`;

/**
 * All views less those that came in later: the index of views does not know when they came in, and few are later. Nor
 * do these come from that index, for which SQLite would read every view; the text added to `kind` keeps it from that.
 */
const VIEWS = `
  SELECT article, locale, revision, CAST(sum(seen) AS bigint) AS views
  FROM (
    SELECT article, locale, revision, count(*) AS seen
    FROM counted_signals WHERE kind = 'view' GROUP BY article, locale, revision
    UNION ALL
    SELECT article, locale, revision, -count(*)
    FROM counted_signals WHERE kind || '' = 'view' AND received >= $1 GROUP BY article, locale, revision
  ) AS counted
  GROUP BY article, locale, revision HAVING sum(seen) > 0`;

/** Few of all views are recent, so they are found by when they came in, as those that came in later. */
const RECENT_VIEWS = `
  SELECT article, locale, count(*) AS views
  FROM counted_signals WHERE kind || '' = 'view' AND received >= $1 AND received < $2 GROUP BY article, locale`;

const SIGNALS = `
  SELECT id, received, kind, locale, article, query, results, search
  FROM counted_signals WHERE kind <> 'view' AND received >= $1 AND received < $2`;

const SHEETS = `
  SELECT id, received, locale, answers, wordings
  FROM counted_answers WHERE received >= $1 AND received < $2 ORDER BY received, id`;

const LATER = `
  SELECT (SELECT count(*) FROM counted_votes WHERE received >= $1)
    + (SELECT count(*) FROM counted_answers WHERE received >= $1)
    + (SELECT count(*) FROM counted_signals WHERE received >= $1) AS later`;

const ASIDE = asideStatement('+received >= $1 AND +received < $2');

interface Revision {
  article: string;
  locale: string;
  revision: string;
}

type CommentRow = Revision & {
  id: string;
  received: number;
  helpful: number;
  reason: Reason | null;
  comment: string;
};

/** Asks for what readers said and did. Votes and views are summed up by the database, the rest is counted here. */
export function auditReading(period: AuditPeriod): Reading<AuditFeedback> {
  const { since, before } = boundsOf(period);
  const tally = new AuditTally(period);
  const countsOf = ({ article, locale, revision }: Revision) => tally.revisions.of(article, locale, revision);
  const votes = (row: Revision & { first: number; last: number; marks: string }) => {
    const { first, last, marks } = row;
    Object.assign(countsOf(row), { first, last, votes: marksOf(marks) });
  };
  const reasons = (row: Revision & { reason: Reason; votes: number }) => {
    countsOf(row).reasons[row.reason] = row.votes;
  };
  // Written out, because there may be very many.
  const comments = ({ id, received, article, locale, revision, helpful, reason, comment }: CommentRow) => {
    const said = { id, article, locale, revision, comment, received: new Date(received) };
    tally.addComment(
      helpful === 1 ? { ...said, helpful: true } : { ...said, helpful: false, reason: reason ?? undefined },
    );
  };
  const views = (row: Revision & { views: number }) => {
    countsOf(row).views = row.views;
  };
  const recentViews = ({ article, locale, views }: Omit<Revision, 'revision'> & { views: number }) => {
    tally.addRecentViews(article, locale, views);
  };
  const aside = (row: AsideRow) => tally.aside.add(asideOf(row), row.count);
  const later = (row: { later: number }) => {
    tally.later = row.later;
  };
  return {
    questions: [
      { statement: VOTES, values: [before], take: votes },
      { statement: REASONS, values: [before], take: reasons },
      { statement: COMMENTS, values: [before], take: comments },
      { statement: VIEWS, values: [before], take: views },
      { statement: RECENT_VIEWS, values: [since, before], take: recentViews },
      {
        statement: SIGNALS,
        values: [since, before],
        take: (row: Stored) => tally.add({ type: 'signal', ...signalOf(row) }),
      },
      {
        statement: SHEETS,
        values: [since, before],
        take: (row: Stored) => tally.add({ type: 'answers', ...answersOf(row) }),
      },
      { statement: LATER, values: [before], take: later },
      { statement: ASIDE, values: [since, before], take: aside },
    ],
    result: () => tally.feedback(),
  };
}
