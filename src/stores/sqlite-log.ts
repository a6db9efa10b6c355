import { DatabaseSync } from 'node:sqlite';

/**
 * Empties the write-ahead log of a file, where pages lie as they were before they were overwritten.
 *
 * @param patience how long to wait for other programs, in milliseconds
 * @returns `false` if another program was in the way all the time
 */
export function emptyLog(file: string, patience = 5000): boolean {
  const database = new DatabaseSync(file, { timeout: patience });
  try {
    return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0;
  } finally {
    database.close();
  }
}
