import type { Table } from './row-columns.ts';
import type { NewRow } from './submission-rows.ts';

/** A value of a column, and of a parameter of a statement. */
export type SqlValue = string | number | null;

/** A statement that asks for rows, and what is done with each of them. */
export interface Question {
  statement: string;
  values?: readonly SqlValue[];
  take: (row: never) => void;
}

/** Questions that belong together, and what their rows come to once all were taken. */
export interface Reading<Result> {
  questions: readonly Question[];
  result: () => Result;
}

/** Rows for a table: each is added unless its id is there already. */
export interface Addition {
  table: Table;
  rows: readonly NewRow[];
}

/** A statement that changes the row of one id, or nothing. */
export interface Change {
  table: Table;
  id: string;
  statement: string;
  values: readonly SqlValue[];
  /** What it overwrites is to be gone from the files, too: see {@link Database.scrub}. */
  scrub?: boolean;
}

/** A statement with what stands for its parameters. */
export interface Statement {
  statement: string;
  values: readonly SqlValue[];
}

/** A write that shares its commit with others. */
export type Write = Addition | Change;

/** What the databases write differently. All other SQL of the stores is the same for both. */
export interface Dialect {
  /** Type of a column that holds text and orders it by code point. */
  text: string;
  /** Type of a column that holds an instant as milliseconds since 1970. */
  instant: string;
  /** What ends a `CREATE TABLE`. */
  tableEnd: string;
  /** The elements of the JSON list in `$1` as a table with one column, `value`. */
  elements: string;
  /** Gives a row if the table of migrations is there. */
  hasMigrations: string;
}

/**
 * The little that a store needs of a database. Parameters are written `$1`, `$2`, … on both.
 *
 * There is no transaction that its user begins and ends: each call is whole in itself, so that neither database holds a
 * lock while other work goes on.
 */
export interface Database {
  readonly dialect: Dialect;
  /**
   * Adds or changes rows together with what others write at the same moment, resolves when it is durable, and says how
   * many rows it added or changed. Writes to the same id keep their order.
   */
  write(write: Write): Promise<number>;
  /** Runs one statement, resolves when it is durable, and says how many rows it added, changed or deleted. */
  run(statement: string, values?: readonly SqlValue[]): Promise<number>;
  /**
   * Runs many statements in one transaction: all of them, or none. Asks for them again where the database wants to be asked
   * again.
   */
  together(statements: () => Iterable<Statement>): Promise<void>;
  all<Row>(statement: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** The rows of several questions, all answered as of the same moment. */
  snapshot(statements: readonly string[]): Promise<unknown[][]>;
  /**
   * Asks questions one after the other, all answered as of the same moment, and keeps no row. Begins a new reading
   * where the database wants to be asked again.
   */
  read<Result>(begin: () => Reading<Result>): Promise<Result>;
  /** Overwrites what was deleted where the database would keep it in its own files for a while. */
  scrub(): Promise<void>;
  /** May be called again. */
  close(): Promise<void>;
}

export const SQLITE: Dialect = {
  text: 'TEXT',
  instant: 'INTEGER',
  tableEnd: ') STRICT',
  elements: 'json_each($1)',
  hasMigrations: `SELECT 1 FROM sqlite_schema WHERE name = 'kundig_migrations'`,
};

/**
 * SQL that PostgreSQL and those who speak its protocol have in common. Only PostgreSQL itself is tested. Of the others it is
 * believed, from what they document:
 *
 * - All: `votes`, `answers` and `signals` are written by their primary key alone, so `id` is the key to distribute them by.
 * - YugabyteDB runs it as it is. It asks for more attempts (40001) than PostgreSQL does, which are made.
 * - Citus runs it on tables spread by `create_distributed_table('votes', 'id')` and so on after the first start. `secrets` and
 *   `kundig_migrations` stay where they are. Searches are joined to what they led to by another column than `id`, for which
 *   `citus.enable_repartition_joins` must be on.
 * - CockroachDB orders text by code point anyway, and makes no column with `COLLATE "C"`
 *   (https://github.com/cockroachdb/cockroach/pull/97415): see {@link COCKROACH}. It changes tables outside of transactions, so
 *   that a step to a newer layout that is broken off must be mended by hand, and it has one cursor at a time
 *   (https://github.com/cockroachdb/cockroach/issues/40195), which is all that is used.
 *
 * No lock by name, no lock of a table and no sequence is used, which not all of them have.
 */
export const POSTGRES: Dialect = {
  text: 'text COLLATE "C"',
  instant: 'bigint',
  tableEnd: ')',
  elements: 'jsonb_array_elements(CAST(CAST($1 AS text) AS jsonb))',
  hasMigrations: `SELECT 1 WHERE to_regclass('kundig_migrations') IS NOT NULL`,
};

/** For CockroachDB, on which nothing was tested. */
export const COCKROACH: Dialect = { ...POSTGRES, text: 'text' };
