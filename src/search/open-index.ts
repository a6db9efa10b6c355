import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SearchEngine } from './find-articles.ts';

/** Of a language in which nothing is published yet. */
const EMPTY: SearchEngine = { search: async () => ({ results: [] }) };

/**
 * Opens the index of one language of a built site outside a browser, with the engine that readers' browsers use.
 * The engine reads its chunks over HTTP, so the site has to be served.
 *
 * @param dist folder of the built site
 * @param address where it is served, with its base and without a slash at the end. E.g. `http://127.0.0.1:4321`
 */
export async function openIndex(dist: string, address: string, locale: string): Promise<SearchEngine> {
  const folder = path.resolve(dist, 'pagefind', locale);
  // The engine ends the program over an index without pages.
  const entry = JSON.parse(await readFile(path.join(folder, 'pagefind-entry.json'), 'utf8'));
  if (Object.keys(entry.languages ?? {}).length === 0) return EMPTY;
  const { createInstance } = await import(pathToFileURL(path.join(folder, 'pagefind.js')).href);
  return createInstance({ basePath: `${address}/pagefind/${locale}/`, baseUrl: '/' });
}
