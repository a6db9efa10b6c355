/**
 * Pagefind word by word: one search for each word of the query. A document's score is the sum of its words', times the
 * share of the words that it holds; what has less than a seventh of the best one's score is left out.
 */
import { wordsOf } from '../key-words.ts';
import { type Found, openPagefind } from './open-pagefind.ts';

const MOST_WORDS = 16;
const LEAST_SHARE = 0.15;

export async function open(folder: string): Promise<(query: string) => Promise<string[]>> {
  const engine = await openPagefind(folder);
  return async (query) => {
    const words = [...new Set(wordsOf(query))].slice(0, MOST_WORDS);
    const sums = new Map<string, { score: number; held: number; found: Found }>();
    for (const results of await Promise.all(words.map(engine.search))) {
      for (const found of results) {
        const sum = sums.get(found.id) ?? { score: 0, held: 0, found };
        sums.set(found.id, { score: sum.score + found.score, held: sum.held + 1, found });
      }
    }
    const ranked = [...sums.values()]
      .map(({ score, held, found }) => ({ found, rank: (score * held) / words.length }))
      .sort((a, b) => b.rank - a.rank);
    const least = (ranked[0]?.rank ?? 0) * LEAST_SHARE;
    const best = ranked.filter(({ rank }) => rank >= least).slice(0, 10);
    return engine.documents(best.map(({ found }) => found));
  };
}
