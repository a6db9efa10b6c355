import { openIndex, type SearchIndex } from '../../src/search/open-index.ts';
import { buildKundig } from '../search/kundig.ts';
import type { SearchSet } from '../search/search-set.ts';

/** Builds the help centre's index of a set's documents and opens it where it is. */
export async function indexInMemory({ docs, lang }: SearchSet): Promise<SearchIndex> {
  const files = new Map((await buildKundig(docs, lang)).map(({ path, content }) => [path, content]));
  return openIndex(async (path) => {
    const content = files.get(`${lang}/${path}`);
    if (!content) throw new Error(`The index has no file ${path}.`);
    return new Uint8Array(content);
  }, lang);
}
