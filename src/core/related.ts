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
  const weights = new Map(articles.map((article) => [article, wordWeights(article)]));
  const holders = new Map<string, Article[]>();
  for (const [article, words] of weights) {
    for (const word of words.keys()) {
      const others = holders.get(word);
      if (others) others.push(article);
      else holders.set(word, [article]);
    }
  }
  const most = Math.max(2, Math.min(articles.length * COMMON_SHARE, COMMON_COUNT));
  const related = new Map<string, string[]>();
  for (const [article, words] of weights) {
    const scores = new Map<Article, number>();
    for (const [word, weight] of words) {
      const others = holders.get(word) ?? [];
      if (others.length > most) continue;
      const rarity = Math.log(articles.length / others.length);
      for (const other of others) {
        if (other === article) continue;
        const bonus = other.category === article.category ? SAME_CATEGORY : 1;
        const shared = weight * (weights.get(other)?.get(word) ?? 0) * rarity ** 2 * bonus;
        scores.set(other, (scores.get(other) ?? 0) + shared);
      }
    }
    const best = [...scores].sort(([a, left], [b, right]) => right - left || (a.path < b.path ? -1 : 1));
    related.set(
      article.path,
      best.slice(0, count).map(([other]) => other.path),
    );
  }
  return related;
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
