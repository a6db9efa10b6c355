import type { Statement } from './database.ts';
import { ROW_COLUMNS, TABLES, type Table } from './row-columns.ts';
import type { Row } from './sql-rows.ts';
import { storableJson } from './text.ts';

/** How many rows are read, written or erased at a time: few enough to let votes in between. */
export const PAGE = 1000;

/** Rows in pages that are neither empty nor too long for one statement. */
export function* paged<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let page: Row[] = [];
  for (const row of rows) {
    page.push(row);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/**
 * Puts a page of rows into a table. A row that is there already is replaced, unless it was withdrawn or changed later:
 * then it stays as it is.
 *
 * @param elements see `Dialect`
 */
export function rowsWrite(table: Table, page: readonly Row[], elements: string): Statement {
  return { statement: insertion(table, elements), values: [storableJson(page)] };
}

/** What empties a store of all that readers sent, and of its secrets. The ids of what was withdrawn stay. */
export function emptying(): Statement[] {
  const submissions = TABLES.map((table) => `DELETE FROM ${table} WHERE locale IS NOT NULL`);
  return [...submissions, 'DELETE FROM secrets'].map((statement) => ({ statement, values: [] }));
}

function insertion(table: Table, elements: string): string {
  const columns = Object.entries(ROW_COLUMNS[table]);
  const names = columns.map(([name]) => name);
  const values = columns.map(([name, type]) => `CAST(value->>'${name}' AS ${type})`);
  const replaced = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  const later =
    table === 'votes' ? ' AND (excluded.locale IS NULL OR excluded.changed >= votes.changed)' : '';
  // SQLite would read `ON` as the beginning of a join if there were no `WHERE`.
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${elements} WHERE true
    ON CONFLICT (id) DO UPDATE SET ${replaced.join(', ')} WHERE ${table}.locale IS NOT NULL${later}`;
}
