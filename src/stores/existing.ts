import { existsSync } from 'node:fs';
import { openStore } from './open.ts';
import type { SqlStore } from './sql-store.ts';

/**
 * Opens the store at a place if it is there already, as {@link openStore} does. A file that does not exist means
 * that nobody has said anything yet: whoever only reads must not make it.
 *
 * @throws UserError if the place cannot be used.
 */
export async function openExistingStore(place: string): Promise<SqlStore | undefined> {
  return place.includes('://') || existsSync(place) ? openStore(place) : undefined;
}
