import type { SqlValue } from './database.ts';
import { ROW_COLUMNS, type Table } from './row-columns.ts';
import type { NewRow } from './submission-rows.ts';
import { storableJson, storableValue } from './text.ts';

const COLUMNS = {
  votes: Object.keys(ROW_COLUMNS.votes),
  answers: Object.keys(ROW_COLUMNS.answers),
  signals: Object.keys(ROW_COLUMNS.signals),
};

/**
 * For each table, what adds the row whose values {@link valuesOf} gives, unless its id is there. The parameters have no
 * names: node:sqlite takes such values in a third of the time.
 */
export const ADD_ONE: Readonly<Record<Table, string>> = {
  votes: addOne('votes'),
  answers: addOne('answers'),
  signals: addOne('signals'),
};

function addOne(table: Table): string {
  const columns = COLUMNS[table];
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (id) DO NOTHING`;
}

/** The values of a row, in the order of its columns. */
export function valuesOf(table: Table, row: NewRow): SqlValue[] {
  return COLUMNS[table].map((column) => storableValue(row[column] ?? null));
}

/** Adds the rows of a list that {@link listOf} makes, unless their ids are there, and gives the ids of those it added. */
export function addList(table: Table, elements: string): string {
  const columns = Object.entries(ROW_COLUMNS[table]);
  const values = columns.map(([name, type]) => `CAST(value->>'${name}' AS ${type})`);
  return `INSERT INTO ${table} (${columns.map(([name]) => name).join(', ')})
    SELECT ${values.join(', ')} FROM ${elements} ON CONFLICT (id) DO NOTHING RETURNING id`;
}

/** The ids of those rows of a list that are in the table with the instant that the list gives. */
export function addedBefore(table: Table, elements: string): string {
  return `SELECT id FROM ${table} JOIN ${elements}
    ON id = value->>'id' AND received = CAST(value->>'received' AS bigint)`;
}

/**
 * The rows as one JSON list. In one order everywhere, so that two lists with the same ids never wait for each other.
 */
export function listOf(rows: readonly NewRow[]): string {
  return storableJson(rows.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)));
}
