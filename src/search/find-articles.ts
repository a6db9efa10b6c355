/** The part of Pagefind that the search needs. */
export interface SearchEngine {
  search(words: string): Promise<{ results: readonly EngineResult[] } | null>;
}

interface EngineResult {
  id: string;
  score: number;
  data(): Promise<{ url: string; excerpt: string; meta: Record<string, string> }>;
}

/** An article that answers a query, the best first. */
export interface SearchResult {
  /** Id of the article. */
  article: string;
  /** Address on the site. */
  url: string;
  title: string;
  category: string;
  description: string;
  /** The words around a match, as HTML with the match in `<mark>`. */
  excerpt: string;
}

/** Words of a query that are looked up; more say nothing new. */
const MOST_WORDS = 16;
/** Results that are read from the index. */
const MOST_RESULTS = 12;
/** An article with a smaller share of the best one's score shares some word with the query, but not its subject. */
const LEAST_SHARE = 0.15;

/**
 * Finds the articles that answer a query. An article need not hold every word: each word is looked up by itself,
 * and an article's score is the sum of its words', times the share of the query's words that it holds. So one
 * that holds all of them comes first, and a question in whole sentences still finds its answer.
 *
 * @example await findArticles(pagefind, 'how do I get my money back')
 */
export async function findArticles(engine: SearchEngine, query: string): Promise<SearchResult[]> {
  const words = [
    ...new Set(
      query
        .toLowerCase()
        .normalize('NFC')
        .match(/[\p{L}\p{M}\p{N}]+/gu),
    ),
  ].slice(0, MOST_WORDS);
  const lists = await Promise.all(words.map(async (word) => (await engine.search(word))?.results ?? []));

  const candidates = new Map<string, { score: number; words: number; best: EngineResult }>();
  for (const results of lists) {
    for (const result of results) {
      const candidate = candidates.get(result.id);
      if (!candidate) candidates.set(result.id, { score: result.score, words: 1, best: result });
      else {
        candidate.score += result.score;
        candidate.words += 1;
        if (result.score > candidate.best.score) candidate.best = result;
      }
    }
  }
  const ranked = [...candidates.values()]
    .map(({ score, words: held, best }) => ({ best, rank: (score * held) / words.length }))
    .sort((a, b) => b.rank - a.rank)
    .filter(({ rank }, _, [best]) => rank >= (best?.rank ?? 0) * LEAST_SHARE)
    .slice(0, MOST_RESULTS);
  const found = await Promise.all(ranked.map(({ best }) => best.data()));
  return found
    .filter(({ excerpt, meta }) => saysOneOf(words, `${Object.values(meta).join(' ')} ${markedIn(excerpt)}`))
    .map(({ url, excerpt, meta }) => ({
      article: meta.article ?? '',
      url,
      title: meta.title ?? '',
      category: meta.category ?? '',
      description: meta.description ?? '',
      excerpt,
    }));
}

/** Letters that two words must have in common at their beginnings, as a share of the longer query word. */
const COMMON_BEGINNING = 0.5;

/**
 * Does a text hold a word of the query, or one that begins alike? The engine shortens a word that it does not know
 * until something begins with it, so that `xyzzy` would find every article with an x.
 */
function saysOneOf(words: readonly string[], text: string): boolean {
  const said = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map(plain).some((word) => {
    const least = Math.ceil([...word].length * COMMON_BEGINNING);
    return said.some((one) => one.startsWith([...word].slice(0, least).join('')));
  });
}

/** The words that the engine marked as matches. */
function markedIn(excerpt: string): string {
  return [...excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, word]) => word).join(' ');
}

/** In small letters without accents, as the engine compares. */
function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
