/** The search of the help centre, through the code that its readers' browsers run. */
import { openSearch } from '../../../src/client/search/search-index.ts';

export async function open(folder: string): Promise<(query: string) => Promise<string[]>> {
  const engine = await openSearch(folder);
  return async (query) => {
    const { results } = await engine.search(query, { limit: 10 });
    return results.map(({ article }) => article);
  };
}
