import type { Article } from './article.ts';

/** What of an article says what it is about, and how much each part counts. */
const PARTS: readonly (readonly [weight: number, part: (article: Article) => string])[] = [
  [3, ({ frontmatter }) => frontmatter.tags.join(' ')],
  [2, ({ frontmatter }) => frontmatter.title],
  [1, ({ frontmatter }) => frontmatter.description],
  [1, ({ frontmatter }) => frontmatter.questions.join(' ')],
];
/** A word in a larger share of the articles than this, or in more than this many, says nothing about any of them. */
const COMMON_SHARE = 0.2;
const COMMON_COUNT = 150;
const SAME_CATEGORY = 1.2;

/**
 * The articles of one language that are most like each article, best first: shared words of tags, title,
 * description and questions, weighted by how rare they are (tf-idf), with a bonus within a category.
 *
 * @returns for each article's path the paths of at most `count` others
 */
export function relatedArticles(articles: readonly Article[], count = 4): Map<string, string[]> {
  const weights = articles.map(wordWeights);
  const holders = new Map<string, Holder[]>();
  for (const [place, words] of weights.entries()) {
    for (const [word, weight] of words) {
      const others = holders.get(word);
      if (others) others.push({ place, weight });
      else holders.set(word, [{ place, weight }]);
    }
  }
  const most = Math.max(2, Math.min(articles.length * COMMON_SHARE, COMMON_COUNT));
  const related = new Map<string, string[]>();
  // One list for all articles, wiped after each: a map of each one's own takes three times as long.
  const scores = new Float64Array(articles.length);
  const touchedBy = new Int32Array(articles.length).fill(-1);
  for (const [place, article] of articles.entries()) {
    const touched: number[] = [];
    for (const [word, weight] of weights[place] ?? []) {
      const others = holders.get(word) ?? [];
      if (others.length > most) continue;
      const rarity = Math.log(articles.length / others.length);
      for (const other of others) {
        if (other.place === place) continue;
        const bonus = articles[other.place]?.category === article.category ? SAME_CATEGORY : 1;
        if (touchedBy[other.place] !== place) touched.push(other.place);
        touchedBy[other.place] = place;
        scores[other.place] = (scores[other.place] ?? 0) + weight * other.weight * rarity ** 2 * bonus;
      }
    }
    related.set(article.path, bestOf(touched, scores, articles, count));
    for (const one of touched) scores[one] = 0;
  }
  return related;
}

/** An article that has a word, by its place in the list, and the weight of the word there. */
interface Holder {
  place: number;
  weight: number;
}

/** The paths of the articles with the highest scores; of equal ones, the first in the alphabet. */
function bestOf(
  places: readonly number[],
  scores: Float64Array,
  articles: readonly Article[],
  count: number,
): string[] {
  const best: { path: string; score: number }[] = [];
  for (const place of places) {
    const score = scores[place] ?? 0;
    const last = best[count - 1];
    if (last && score < last.score) continue;
    const path = articles[place]?.path ?? '';
    const before = best.findIndex((one) => score > one.score || (score === one.score && path < one.path));
    best.splice(before < 0 ? best.length : before, 0, { path, score });
    if (best.length > count) best.pop();
  }
  return best.map(({ path }) => path);
}

function wordWeights(article: Article): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [weight, part] of PARTS) {
    for (const word of new Set(
      part(article)
        .toLowerCase()
        .match(/[\p{L}\p{N}]{3,}/gu),
    )) {
      weights.set(word, Math.max(weight, weights.get(word) ?? 0));
    }
  }
  return weights;
}
