import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../core/user-error.ts';
import { SQLITE, type Statement } from './database.ts';
import { checkFeedbackFile } from './feedback-file.ts';
import { openStore } from './open.ts';
import type { Counts } from './row-counts.ts';
import { RowPages } from './row-pages.ts';
import { emptying } from './row-writes.ts';
import { named } from './sqlite-database.ts';
import { explainSqlite } from './sqlite-errors.ts';
import { connectSqlite, openSqliteStore } from './sqlite-store.ts';
import { notesWrites } from './store-notes.ts';

/** How long to wait for another program's lock, in milliseconds. */
const PATIENCE = 5000;

/**
 * Writes all that a store holds as of one moment into one file, which is a feedback database itself. The store can be in
 * use meanwhile. The file appears under its name when it is whole, on the disk and checked; only its owner may read it.
 *
 * @returns what is in the backup
 * @throws UserError if there is no store, if the file is there already, or if it cannot be written
 */
export async function backUp(place: string, file: string): Promise<Counts> {
  const target = resolve(file);
  const part = `${target}.part`;
  begin(target, part);
  try {
    if (place.includes('://')) await fillFromRows(place, part);
    else fillFromFile(resolve(place), part);
    const counts = await countedIn(part);
    checkFeedbackFile(part);
    putInPlace(part, target);
    return counts;
  } catch (error) {
    throw explainSqlite(error, target);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${end}`, { force: true });
  }
}

/** Makes the empty file that is filled, so that nobody else may read it from the first. */
function begin(target: string, part: string): void {
  if (existsSync(target)) throw isThere(target);
  mkdirSync(dirname(target), { recursive: true });
  try {
    makeNew(part);
  } catch (error) {
    if (!isTaken(error)) throw explainSqlite(error, target);
    throw new UserError(
      `${part} is there: another backup of this name is being made, or one broke off.`,
      'Delete the file if no backup is running, or name another file.',
    );
  }
}

/** A copy without the pages that are free, as of the moment at which it begins. Nobody has to wait for it. */
function fillFromFile(file: string, part: string): void {
  checkFeedbackFile(file, false);
  const database = new DatabaseSync(file, { timeout: PATIENCE });
  try {
    database.prepare('VACUUM INTO ?').run(part);
  } catch (error) {
    throw explainSqlite(error, file);
  } finally {
    database.close();
  }
}

async function fillFromRows(place: string, part: string): Promise<void> {
  const store = await openStore(place);
  const database = connectSqlite(part, PATIENCE);
  try {
    // Nobody would miss it if the power failed: it has another name until it is whole.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    const run = ({ statement, values }: Statement) => database.prepare(statement).run(named(values));
    let pages = new RowPages(run);
    const notes = await store.rows.all(() => {
      for (const statement of emptying()) run(statement);
      pages = new RowPages(run);
      return (table, row) => pages.row(table, row);
    });
    pages.end();
    for (const statement of notesWrites(notes, SQLITE.elements)) run(statement);
  } finally {
    database.close();
    await store.close();
  }
}

/** What is in the file, which is of the newest layout then, and a single file again. */
async function countedIn(file: string): Promise<Counts> {
  const store = await openSqliteStore(file);
  let counts: Counts;
  try {
    counts = await store.rows.counts();
  } finally {
    await store.close();
  }
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = DELETE');
  database.close();
  return counts;
}

/** Gives the file its name once all of it is on the disk. What another program put there meanwhile stays. */
function putInPlace(part: string, target: string): void {
  sync(part);
  try {
    makeNew(target);
  } catch (error) {
    throw isTaken(error) ? isThere(target) : error;
  }
  renameSync(part, target);
  // Windows opens no folders, and has put the name on the disk by itself.
  if (process.platform !== 'win32') sync(dirname(target));
}

function makeNew(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST';
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function isThere(file: string): UserError {
  return new UserError(`${file} is there already.`, 'Name another file: a backup overwrites nothing.');
}
