import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/**
 * Where the earlier addresses of a built site lead, by `redirects.json` in its folder, which is read again after
 * another build.
 *
 * @example
 * const leadsTo = redirectsOf('dist');
 * await leadsTo('/en/old/'); // '/en/new/'
 */
export function redirectsOf(root: string): (address: string) => Promise<string | undefined> {
  const file = path.join(root, 'redirects.json');
  let known = { of: '', places: new Map<string, string>() };
  return async function leadsTo(address) {
    const state = await stat(file).catch(() => undefined);
    const of = state ? `${state.mtimeMs} ${state.size} ${state.ino}` : '';
    if (of !== known.of) known = { of, places: state ? await readPlaces(file) : new Map() };
    return known.places.get(withoutSlash(address));
  };
}

async function readPlaces(file: string): Promise<Map<string, string>> {
  const pairs = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, 'utf8')));
  return new Map(
    Object.entries(pairs).map(([from, to]) => [withoutSlash(decodeURI(from)), encodeURI(decodeURI(to))]),
  );
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, '');
}
