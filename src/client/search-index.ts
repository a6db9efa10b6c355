import type { SearchAnswer, SearchOptions } from '../search/answer.ts';
import { findArticles } from '../search/find-articles.ts';

/** The search of one language, ready to be asked. */
export interface Search {
  search(query: string, options?: SearchOptions): Promise<SearchAnswer>;
}

/**
 * Opens the search of a language.
 *
 * @param address folder of the index, with a slash at its end
 */
export async function openSearch(address: string): Promise<Search> {
  const engine = await import(/* @vite-ignore */ new URL(`${address}pagefind.js`, location.href).href);
  await engine.options({ baseUrl: '/' });
  return {
    async search(query) {
      const found = await findArticles(engine, query);
      return {
        query,
        words: [],
        total: found.length,
        results: found.map(({ excerpt, ...rest }) => ({
          ...rest,
          type: 'faq',
          excerpt: excerpt.split(/(<mark>.*?<\/mark>)/s).map((part) => ({
            text: part.replace(/<\/?mark>/g, ''),
            isMatch: part.startsWith('<mark>'),
          })),
        })),
        confidence: found.length > 0 ? 0.8 : 0,
        isUnsure: found.length === 0,
        facets: { category: [], type: [], level: [] },
      };
    },
  };
}
