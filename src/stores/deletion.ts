import { setImmediate } from 'node:timers/promises';
import type { Database } from './database.ts';
import type { Table } from './row-columns.ts';

/** How many rows are deleted at a time: enough to be fast, few enough to let votes in between. */
const STEP = 1000;

/**
 * Deletes the rows that came in before an instant, in small steps, so that no vote has to wait for the whole of it.
 *
 * @param which narrows it, e.g. `locale IS NULL` for what was withdrawn
 * @returns how many rows were deleted here, and not by another program meanwhile
 */
export async function deleteInSteps(
  database: Database,
  table: Table,
  which: string,
  instant: Date,
): Promise<number> {
  const due = `FROM ${table} WHERE ${which} AND received < $1`;
  const before = [instant.getTime()];
  let deleted = 0;
  // Another process may delete the same rows: what it took counts there, and the work ends when none is left.
  while ((await database.all(`SELECT 1 ${due} LIMIT 1`, before)).length > 0) {
    deleted += await database.run(
      `DELETE FROM ${table} WHERE id IN (SELECT id ${due} ORDER BY received, id LIMIT ${STEP})`,
      before,
    );
    await setImmediate();
  }
  return deleted;
}
