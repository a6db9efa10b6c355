import type { LinkRecord } from '../src/core/links/link-record.ts';
import { UserError } from '../src/core/user-error.ts';
import { readLinkCache } from '../src/links/link-cache-file.ts';
import { LINK_CACHE } from './command.ts';

/**
 * What was seen of other sites' pages, by address; `undefined` if nobody has looked yet.
 *
 * @param file only one that is named has to be there
 * @throws {UserError} if it is not there, or damaged
 */
export async function linksFrom(file?: string): Promise<ReadonlyMap<string, LinkRecord> | undefined> {
  const links = await readLinkCache(file ?? LINK_CACHE);
  if (links || file === undefined) return links;
  throw new UserError(`There is no ${file}.`, `Write it with npm run links -- --cache ${file}.`);
}
