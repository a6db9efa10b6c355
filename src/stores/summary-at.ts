import { DatabaseSync } from 'node:sqlite';
import type { FeedbackSummary } from '../core/feedback.ts';
import { openStore } from './open.ts';
import { SUMMARY, summaryOf } from './sql-summary.ts';
import { explainSqlite } from './sqlite-errors.ts';

/** How long to wait for a program that has the whole file to itself, in milliseconds. */
const PATIENCE = 5000;

/**
 * Sums up a store that is there already, over a connection of its own: for a thread beside the one that writes. Nothing
 * is written, and no file is made.
 *
 * @param place as `openStore` takes it, but not `:memory:`, which is another store for each connection
 * @throws UserError if the place cannot be read
 */
export async function summaryAt(place: string): Promise<FeedbackSummary> {
  if (!place.includes('://')) return summaryOfFile(place);
  const store = await openStore(place);
  try {
    return await store.summary();
  } finally {
    await store.close();
  }
}

function summaryOfFile(file: string): FeedbackSummary {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: PATIENCE });
    try {
      // All questions are answered as of the moment at which the first of them is asked.
      database.exec('BEGIN');
      return summaryOf(SUMMARY.map((statement) => database.prepare(statement).all()));
    } finally {
      database.close();
    }
  } catch (error) {
    throw explainSqlite(error, file);
  }
}
