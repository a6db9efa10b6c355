/** MiniSearch with the options of its documentation: typing errors in a fifth of a word, beginnings, a title's boost. */
import MiniSearch from 'minisearch';
import type { Document } from '../search-set.ts';

export async function open(folder: string): Promise<(query: string) => Promise<string[]>> {
  const documents: Document[] = await (await fetch(`${folder}documents.json`)).json();
  const index = new MiniSearch<Document>({
    fields: ['title', 'questions', 'body'],
    extractField: (document, field) => {
      const value = document[field as keyof Document];
      return Array.isArray(value) ? value.join('\n') : value;
    },
    searchOptions: { boost: { title: 3, questions: 3 }, fuzzy: 0.2, prefix: true },
  });
  index.addAll(documents);
  return async (query) =>
    index
      .search(query)
      .slice(0, 10)
      .map(({ id }) => id as string);
}
