import { expect, test } from 'vitest';
import { ReportTally } from '../../src/core/figures/report-tally.ts';
import { auditReading } from '../../src/stores/sql-audit.ts';
import { reportReading } from '../../src/stores/sql-report.ts';
import { SUMMARY } from '../../src/stores/sql-summary.ts';
import { connectSqlite } from '../../src/stores/sqlite-store.ts';

const SET_ASIDE = ['votes', 'answers', 'signals'].map(
  (table) => `SCAN ${table} USING COVERING INDEX ${table}_set_aside`,
);
const PERIOD = { from: '2026-01-01', to: '2026-03-01' };

test.each(SUMMARY)('SQLite reads indexes only, and nothing row by row within another: %s', (statement) => {
  const connection = connectSqlite(':memory:', 0);
  const plan = connection.prepare(`EXPLAIN QUERY PLAN ${statement}`).all();
  const steps = plan.map(({ detail }) => String(detail));
  const reads = steps.filter((step) => /^(?:SCAN|SEARCH) (?:votes|answers|signals)\b/.test(step));
  expect(reads).not.toEqual([]);
  expect(reads.filter((step) => !step.includes('USING COVERING INDEX'))).toEqual([]);
  expect(steps.filter((step) => /^SCAN .*JOIN|^RIGHT-JOIN/.test(step))).toEqual([]);
  connection.close();
});

test('SQLite sums up votes and views for an audit from indexes, and looks at no signal before the days that it asks for', () => {
  const connection = connectSqlite(':memory:', 0);
  const { questions } = auditReading({ recentFrom: '2026-01-01', until: '2026-03-01' });
  const plans = questions.map(({ statement }) =>
    connection
      .prepare(`EXPLAIN QUERY PLAN ${statement}`)
      .all()
      .map(({ detail }) => String(detail))
      .filter((step) => /^(?:SCAN|SEARCH) (?:votes|signals|answers)/.test(step)),
  );
  expect(plans).toEqual([
    ['SCAN votes USING COVERING INDEX votes_by_revision'],
    ['SCAN votes USING COVERING INDEX votes_by_reason'],
    ['SCAN votes USING INDEX votes_with_comment'],
    [
      'SCAN signals USING COVERING INDEX views_by_revision',
      'SEARCH signals USING INDEX signals_by_time (received>?)',
    ],
    ['SEARCH signals USING INDEX signals_by_time (received>? AND received<?)'],
    ['SEARCH signals USING INDEX signals_by_time (received>? AND received<?)'],
    ['SEARCH answers USING INDEX answers_by_time (received>? AND received<?)'],
    [
      'SEARCH votes USING INDEX votes_by_time (received>?)',
      'SEARCH answers USING INDEX answers_by_time (received>?)',
      'SEARCH signals USING INDEX signals_by_time (received>?)',
    ],
    SET_ASIDE,
  ]);
  connection.close();
});

test('SQLite sums up votes and views for a report from indexes, and looks up nothing else but what came in within its days', () => {
  const connection = connectSqlite(':memory:', 0);
  const nobody = new ReportTally({
    period: PERIOD,
    levelShare: 0.7,
    locales: ['en'],
    categories: () => '',
  }).now;
  const { questions } = reportReading(PERIOD, nobody, 'everything');
  const plans = questions.map(({ statement }) =>
    connection
      .prepare(`EXPLAIN QUERY PLAN ${statement}`)
      .all()
      .map(({ detail }) => String(detail)),
  );
  const within = (table: string) =>
    `SEARCH ${table} USING INDEX ${table}_by_time (received>? AND received<?)`;
  expect(plans).toEqual([
    ['SCAN votes USING COVERING INDEX votes_by_revision'],
    [within('votes'), 'USE TEMP B-TREE FOR GROUP BY'],
    [within('votes')],
    [within('answers')],
    ['SCAN signals USING COVERING INDEX views_by_revision'],
    [
      within('signals'),
      'USE TEMP B-TREE FOR GROUP BY',
      'CORRELATED SCALAR SUBQUERY 1',
      'SEARCH signals USING COVERING INDEX opens_by_search (search=? AND aside=?)',
    ],
    [within('signals')],
    [
      'COMPOUND QUERY',
      'LEFT-MOST SUBQUERY',
      SET_ASIDE[0],
      'UNION ALL',
      SET_ASIDE[1],
      'UNION ALL',
      SET_ASIDE[2],
    ],
  ]);
  connection.close();
});
