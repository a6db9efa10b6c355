import { expect, test } from 'vitest';
import { SUMMARY } from '../../src/stores/sql-summary.ts';
import { connectSqlite } from '../../src/stores/sqlite-store.ts';

test.each(SUMMARY)('SQLite reads indexes only, and nothing row by row within another: %s', (statement) => {
  const connection = connectSqlite(':memory:', 0);
  const plan = connection.prepare(`EXPLAIN QUERY PLAN ${statement}`).all();
  const steps = plan.map(({ detail }) => String(detail));
  const reads = steps.filter((step) => /^(?:SCAN|SEARCH) (?:votes|signals)\b/.test(step));
  expect(reads).not.toEqual([]);
  expect(reads.filter((step) => !step.includes('USING COVERING INDEX'))).toEqual([]);
  expect(steps.filter((step) => /^SCAN .*JOIN|^RIGHT-JOIN/.test(step))).toEqual([]);
  connection.close();
});
