/** Pagefind as it is: the whole query in one search. */
import { openPagefind } from './open-pagefind.ts';

export async function open(folder: string): Promise<(query: string) => Promise<string[]>> {
  const engine = await openPagefind(folder);
  return async (query) => engine.documents((await engine.search(query)).slice(0, 10));
}
