import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type LinkCache, linkCacheSchema } from '../core/links/link-cache.ts';
import type { LinkRecord } from '../core/links/link-record.ts';
import { UserError } from '../core/user-error.ts';

/**
 * Reads what earlier runs of `npm run links` have seen.
 *
 * @returns records by address; `undefined` if there is no such file
 * @throws {UserError} if the file cannot be read or is not of this kind
 */
export async function readLinkCache(file: string): Promise<Map<string, LinkRecord> | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UserError(`${file} cannot be read: ${messageOf(error)}`, 'Name the file of npm run links.');
  }
  const { links } = parse(text, file);
  return new Map(links.map((record) => [record.address, record]));
}

/**
 * Writes the file as a whole or not at all, in the order of the addresses.
 *
 * @throws {UserError} if it cannot be written
 */
export async function writeLinkCache(file: string, records: Iterable<LinkRecord>): Promise<void> {
  const links = [...records].sort((a, b) => (a.address < b.address ? -1 : 1));
  const cache: LinkCache = { version: 1, links };
  const unfinished = `${file}.${process.pid}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(unfinished, `${JSON.stringify(cache, null, 2)}\n`);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw new UserError(
      `${file} cannot be written: ${messageOf(error)}`,
      'Name another place with --cache FILE, or look at who may write there.',
    );
  }
}

function parse(text: string, file: string): LinkCache {
  try {
    return linkCacheSchema.parse(JSON.parse(text));
  } catch {
    throw new UserError(
      `${file} is damaged, or was not written by npm run links.`,
      'Restore it from a backup or delete it. Without it, dead links are known again after runs on two days.',
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
