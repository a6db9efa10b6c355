import { expect, test } from 'vitest';
import { COCKROACH, POSTGRES } from '../../src/stores/database.ts';
import { MIGRATIONS } from '../../src/stores/migrations.ts';

const statements = (dialect: typeof POSTGRES) =>
  MIGRATIONS.flatMap((step) => step.statements(dialect)).join('\n');

test('CockroachDB gets the tables of PostgreSQL, but no column with an order of its own, which it cannot make', () => {
  expect(statements(POSTGRES)).toContain('COLLATE');
  expect(statements(COCKROACH)).toBe(statements(POSTGRES).replaceAll(' COLLATE "C"', ''));
});
