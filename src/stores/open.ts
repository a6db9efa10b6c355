import { UserError } from '../core/user-error.ts';
import { openPostgresStore } from './postgres-store.ts';
import type { SqlStore } from './sql-store.ts';
import { openSqliteStore } from './sqlite-store.ts';

/**
 * Opens the store at a place: the path of a file, `:memory:`, or `postgres://…`.
 *
 * @throws UserError if the place cannot be used.
 * @example const store = await openStore('data/feedback.db')
 */
export async function openStore(place: string): Promise<SqlStore> {
  if (/^postgres(?:ql)?:\/\//i.test(place)) return openPostgresStore(place);
  const [scheme] = /^[a-z][a-z0-9+.-]*:\/\//i.exec(place) ?? [];
  if (scheme || place.trim() === '') {
    throw new UserError(
      scheme ? `Kundig keeps no feedback at ${scheme}… addresses.` : 'No place is named for the feedback.',
      'Set FEEDBACK_DATABASE to the path of a file, e.g. data/feedback.db, or to postgres://…',
    );
  }
  return openSqliteStore(place);
}
