import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SearchEngine } from './find-articles.ts';

/**
 * Opens the index of one language of a built site outside a browser, with the engine that readers' browsers use.
 * The engine reads its chunks over HTTP, so the site has to be served.
 *
 * @param dist folder of the built site
 * @param address where it is served, with its base and without a slash at the end. E.g. `http://127.0.0.1:4321`
 */
export async function openIndex(dist: string, address: string, locale: string): Promise<SearchEngine> {
  const file = path.resolve(dist, 'pagefind', locale, 'pagefind.js');
  const { createInstance } = await import(pathToFileURL(file).href);
  return createInstance({ basePath: `${address}/pagefind/${locale}/`, baseUrl: '/' });
}
