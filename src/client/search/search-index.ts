import type { SearchAnswer, SearchOptions } from '../../search/answer.ts';
import { HEAD } from '../../search/index-files.ts';
import { openIndex, type SearchIndex } from '../../search/open-index.ts';
import { search } from '../../search/search.ts';

/** The search of one language, ready to be asked. */
export interface Search {
  /** @throws if a part of the index cannot be loaded, after it was asked for twice */
  search(query: string, options?: SearchOptions): Promise<SearchAnswer>;
}

/** Pause before a file that did not come is asked for once more, in milliseconds. */
const PAUSE = 300;

/**
 * Opens the search of a language. When the site is built anew behind an open page, the files of its index are gone:
 * the new index is then opened, once a query.
 *
 * @param address folder of the index, with a slash at its end
 */
export async function openSearch(
  address: string,
  locale: string = document.documentElement.lang,
): Promise<Search> {
  let index: SearchIndex = await openIndex((path) => load(address + path), locale);
  return {
    async search(query, options) {
      try {
        return await search(index, query, options);
      } catch (problem) {
        const newest = await openIndex((path) => load(address + path), locale);
        if (newest.head.build === index.head.build) throw problem;
        index = newest;
        return search(index, query, options);
      }
    },
  };
}

async function load(address: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await loadOnce(address);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return loadOnce(address);
  }
}

async function loadOnce(address: string): Promise<Uint8Array<ArrayBuffer>> {
  // Only the head of the index keeps its name from build to build.
  const response = await fetch(address, { cache: address.endsWith(HEAD) ? 'no-cache' : 'default' });
  if (!response.ok) throw new Error(`${address} answers with ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
