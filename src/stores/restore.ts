import { copyFileSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../core/user-error.ts';
import { checkFeedbackFile } from './feedback-file.ts';
import { MIGRATIONS } from './migrations.ts';
import { openStore } from './open.ts';
import { TABLES } from './row-columns.ts';
import type { Counts } from './row-counts.ts';
import type { Row } from './sql-rows.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { NOTES, type Notes } from './store-notes.ts';

interface RestoreOptions {
  /** Whether what the place holds may go. */
  replace?: boolean;
}

/**
 * Puts all that a backup holds into a place, in one transaction: whenever it breaks off, the place is as it was before.
 * The backup stays as it is.
 *
 * @returns what the place holds then
 * @throws UserError if the backup is damaged or of a newer Kundig, or if the place holds something that must not go
 */
export async function restore(
  file: string,
  place: string,
  { replace = false }: RestoreOptions = {},
): Promise<Counts> {
  const version = checkFeedbackFile(file);
  if (existsSync(place) && realpathSync(place) === realpathSync(file)) {
    throw new UserError('The backup is the database itself.', 'Name another file, or another database.');
  }
  const newest = version === MIGRATIONS.length ? undefined : await updatedCopy(file);
  const backup = new DatabaseSync(newest?.file ?? file, { readOnly: true });
  try {
    const notes = Object.fromEntries(
      Object.entries(NOTES).map(([name, statement]) => [name, backup.prepare(statement).all()]),
    ) as unknown as Notes;
    const target = await openStore(place);
    try {
      if (!replace) refuseFilled(await target.rows.counts());
      await target.rows.replaceAll(
        (table) => backup.prepare(`SELECT * FROM ${table} ORDER BY id`).iterate() as Iterable<Row>,
        notes,
      );
      return await target.rows.counts();
    } finally {
      await target.close();
    }
  } finally {
    backup.close();
    newest?.remove();
  }
}

function refuseFilled(counts: Counts): void {
  if (TABLES.every((table) => counts[table].kept + counts[table].withdrawn === 0)) return;
  throw new UserError(
    'The database to restore into holds submissions. Nothing was changed.',
    'Make a backup of it first. Then say --replace: all that it holds goes, and the backup takes its place.',
  );
}

/** A copy of the newest layout, for a backup that an earlier Kundig made: the backup itself stays as it is. */
async function updatedCopy(file: string): Promise<{ file: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-restore-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'feedback.db');
    copyFileSync(file, copy);
    await (await openSqliteStore(copy)).close();
    return { file: copy, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
