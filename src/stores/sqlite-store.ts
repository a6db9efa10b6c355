import { closeSync, existsSync, mkdirSync, openSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../core/user-error.ts';
import { SQLITE } from './database.ts';
import { MIGRATIONS, type Migration, nextStep, VERSION } from './migrations.ts';
import { SqlStore } from './sql-store.ts';
import { SqliteDatabase } from './sqlite-database.ts';
import { explainSqlite, isBusy } from './sqlite-errors.ts';

/** Before it, a WAL that two connections share could be corrupted (https://www.sqlite.org/wal.html#walresetbug). */
const OLDEST_SAFE = '3.51.3';

/**
 * How many pages of 4 KiB the write-ahead log holds before they go into the file. Ids are random, so that votes of one
 * moment lie on hundreds of pages: a longer log writes many of them once instead of often. Together with the larger cache it
 * takes a quarter off the work for a vote (`bench/votes-at-once.ts`).
 */
const LOG_PAGES = 4000;
const CACHE_KIB = 16_000;

interface Options {
  /** How long to wait for another program's lock, in milliseconds. */
  patience?: number;
  migrations?: readonly Migration[];
}

/**
 * Opens the store in this file, or in memory for `:memory:`. A missing file is made, with its folder.
 *
 * @throws UserError if the file cannot be used; nothing was changed then.
 */
export async function openSqliteStore(
  place: string,
  { patience = 5000, migrations = MIGRATIONS }: Options = {},
): Promise<SqlStore> {
  refuseUnsafe(process.versions.sqlite ?? '0');
  const file = place === ':memory:' ? place : resolve(place);
  const until = performance.now() + patience;
  const isNew = file !== ':memory:' && !existsSync(file);
  let made: string | undefined;
  try {
    if (isNew) made = mkdirSync(dirname(file), { recursive: true });
    // What readers wrote is nobody else's business. SQLite gives its other files the same rights.
    if (isNew) closeSync(openSync(file, 'a', 0o600));
    for (;;) {
      try {
        return new SqlStore(new SqliteDatabase(connectSqlite(file, patience, migrations), file, patience));
      } catch (error) {
        if (!isBusy(error) || performance.now() >= until) throw error;
        // While another program opens or closes the file, SQLite may say "busy" without having waited
        // (https://www.sqlite.org/wal.html#sometimes_queries_return_sqlite_busy_in_wal_mode).
        await setTimeout(10 + 20 * Math.random());
      }
    }
  } catch (error) {
    if (isNew) removeUnfinished(file);
    if (made) removeEmpty(dirname(file), made);
    throw explainSqlite(error, file);
  }
}

/**
 * A connection on which a resolved write is on the disk, nothing that was deleted can be read from the file, and every
 * table is of the newest layout.
 */
export function connectSqlite(
  file: string,
  patience: number,
  migrations: readonly Migration[] = MIGRATIONS,
): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: patience, enableForeignKeyConstraints: true });
  try {
    refuseForeign(database, file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    database.exec(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}; PRAGMA cache_size = -${CACHE_KIB}`);
    migrate(database, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** @throws UserError if this version of SQLite is not safe with two programs on one database. */
export function refuseUnsafe(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [safeMajor = 0, safeMinor = 0, safePatch = 0] = OLDEST_SAFE.split('.').map(Number);
  if ((major - safeMajor || minor - safeMinor || patch - safePatch) >= 0) return;
  throw new UserError(
    `This Node brings SQLite ${version}, which can damage a database that two programs use at once.`,
    `Use a Node with SQLite ${OLDEST_SAFE} or newer: \`npm run …\` takes the one that \`npm install\` brought.`,
  );
}

/** @throws UserError if the file is the database of another program. */
function refuseForeign(database: DatabaseSync, file: string): void {
  const foreign = database.prepare(`SELECT 1 FROM sqlite_schema WHERE NOT EXISTS (${SQLITE.hasMigrations})`);
  if (!foreign.get()) return;
  throw new UserError(
    `${file} is a database of another program.`,
    'Name another file with FEEDBACK_DATABASE: a new database is made there.',
  );
}

function migrate(database: DatabaseSync, migrations: readonly Migration[]): void {
  for (let more = true; more; ) {
    database.exec('BEGIN IMMEDIATE');
    try {
      const known = database.prepare(SQLITE.hasMigrations).get();
      // SQLite begins a transaction on a file that may only be read, too: only a write, be it of nothing, tells.
      if (known) database.exec('DELETE FROM kundig_migrations WHERE version < 0');
      const row = known && (database.prepare(VERSION).get() as { version: number });
      const step = nextStep(row?.version ?? 0, SQLITE, migrations);
      for (const statement of step ?? []) database.exec(statement);
      database.exec('COMMIT');
      more = step !== undefined;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}

/** Removes a database that could not be begun. One that another program began meanwhile holds something, and stays. */
function removeUnfinished(file: string): void {
  if (existsSync(file) && statSync(file).size === 0) rmSync(file);
}

/** Removes the folders from this one up to the one that was made first, as far as they are empty. */
function removeEmpty(folder: string, first: string): void {
  try {
    for (let path = folder; path.startsWith(first); path = dirname(path)) rmdirSync(path);
  } catch {
    // Something is in it by now: it stays.
  }
}
