import { UserError } from '../../src/core/user-error.ts';
import { openExistingStore } from '../../src/stores/existing.ts';
import type { SqlStore } from '../../src/stores/sql-store.ts';

/**
 * Opens the store at a place, which must be there.
 *
 * @throws UserError if there is none, or if it cannot be used
 */
export async function openedStore(place: string): Promise<SqlStore> {
  const store = await openExistingStore(place);
  if (store) return store;
  throw new UserError(`${place} does not exist.`, 'Name the database that holds the feedback.');
}
