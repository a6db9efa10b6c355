import { statSync } from 'node:fs';
import { UserError } from '../core/user-error.ts';

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const ERROR = 1;
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const TOOBIG = 18;
const CONSTRAINT = 19;
const MISMATCH = 20;
const NOTADB = 26;

const ELSEWHERE = 'name another place with FEEDBACK_DATABASE';

/** What SQLite or the disk said about the file, for the person who can mend it; any other error as it is. */
export function explainSqlite(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const { code, errcode } = error as Error & { code?: string; errcode?: number };
  if (code === 'ERR_SQLITE_ERROR') return ofSqlite((errcode ?? 0) & 0xff, file, error);
  return 'syscall' in error ? ofDisk(code ?? '', file, error) : error;
}

/** Whether another connection was in the way. */
export function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: number }).errcode;
  return code !== undefined && [BUSY, LOCKED].includes(code & 0xff);
}

/** Whether what was read from the file cannot be right. */
export function isDamage(error: unknown): boolean {
  return (((error as { errcode?: number }).errcode ?? 0) & 0xff) === CORRUPT;
}

/** Whether the database refused one statement for what it says, so that others may well succeed. */
export function concernsOnlyStatement(error: unknown): boolean {
  const { code, errcode = 0 } = error as { code?: string; errcode?: number };
  return code !== 'ERR_SQLITE_ERROR' || [ERROR, TOOBIG, CONSTRAINT, MISMATCH].includes(errcode & 0xff);
}

function ofSqlite(code: number, file: string, error: Error): Error {
  if (code === BUSY || code === LOCKED) {
    return new UserError(
      `The feedback database ${file} is locked by another program.`,
      'Stop the program that holds it (a backup, a database viewer, a second collector), then try again.',
    );
  }
  if (code === READONLY) return unwritable(file);
  if (code === CANTOPEN) return isFolder(file) ? folder(file) : unwritable(file);
  if (code === NOTADB) {
    return new UserError(
      `${file} is not a feedback database.`,
      `Move the file away so that a new database can be made there, or ${ELSEWHERE}.`,
    );
  }
  if (code === CORRUPT) {
    return new UserError(
      `The feedback database ${file} is damaged.`,
      'Put back the last backup. Keep the damaged file: `sqlite3 FILE .recover` may save what is newer.',
    );
  }
  if (code === FULL) {
    return new UserError(
      `There is no room left on the disk for the feedback database ${file}.`,
      `Free some space, or ${ELSEWHERE}.`,
    );
  }
  if (code === IOERR) {
    return new UserError(
      `The disk failed on the feedback database ${file}: ${error.message}.`,
      `Look at the system's log for what is wrong with the disk, or ${ELSEWHERE}.`,
    );
  }
  return error;
}

function ofDisk(code: string, file: string, error: Error): Error {
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return unwritable(file);
  return new UserError(
    `The folder of the feedback database ${file} cannot be made: ${error.message}.`,
    `Make sure that every part of the path before the last is a folder, or ${ELSEWHERE}.`,
  );
}

function unwritable(file: string): UserError {
  return new UserError(
    `The feedback database ${file} cannot be opened for writing.`,
    `Let the user who runs Kundig write to the file and to its folder, or ${ELSEWHERE}.`,
  );
}

function folder(file: string): UserError {
  return new UserError(
    `The feedback database ${file} is a folder, not a file.`,
    `Name a file in it, e.g. ${file}/feedback.db, with FEEDBACK_DATABASE.`,
  );
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
