import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../core/user-error.ts';
import { SQLITE } from './database.ts';
import { MIGRATIONS, nextStep, VERSION } from './migrations.ts';
import { explainSqlite } from './sqlite-errors.ts';

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const CORRUPT = 11;
const NOTADB = 26;

/**
 * Looks whether a file is a feedback database that this program can read, without changing it.
 *
 * @param thoroughly whether every page of it is looked at
 * @returns the version of its layout
 * @throws UserError if it is not there, is something else, comes from a newer Kundig, or is seen to be damaged
 */
export function checkFeedbackFile(file: string, thoroughly = true): number {
  if (!existsSync(file)) throw new UserError(`${file} does not exist.`, 'Name a file that is there.');
  if (!statSync(file).isFile()) throw new UserError(`${file} is not a file.`, 'Name a feedback database.');
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const version = versionOf(database);
      if (version === undefined) throw notFeedback(file);
      nextStep(version, SQLITE, MIGRATIONS);
      if (thoroughly) refuseDamaged(database, file);
      return version;
    } finally {
      database.close();
    }
  } catch (error) {
    const code = ((error as { errcode?: number }).errcode ?? 0) & 0xff;
    if (code === NOTADB) throw notFeedback(file);
    if (code === CORRUPT) throw damaged(file);
    throw explainSqlite(error, file);
  }
}

function refuseDamaged(database: DatabaseSync, file: string): void {
  const [found] = database.prepare('PRAGMA integrity_check(1)').all();
  if (found?.integrity_check !== 'ok') throw damaged(file);
}

function versionOf(database: DatabaseSync): number | undefined {
  if (!database.prepare(SQLITE.hasMigrations).get()) return undefined;
  return Number(database.prepare(VERSION).get()?.version);
}

function notFeedback(file: string): UserError {
  return new UserError(`${file} is not a feedback database.`, 'Name a file that Kundig made.');
}

function damaged(file: string): UserError {
  return new UserError(
    `${file} is damaged.`,
    'Take an earlier backup. Keep the damaged file: `sqlite3 FILE .recover` may save what is in it.',
  );
}
