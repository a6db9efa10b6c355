import { ARTICLE_TYPES, LEVELS } from '../core/article-kinds.ts';
import type { SearchOptions } from './answer.ts';
import type { SearchIndex } from './open-index.ts';
import { rarity } from './posting.ts';
import type { QueryWord } from './query-word.ts';
import { WEIGHTS } from './weights.ts';

/** An article that holds something of the query. */
export interface Candidate {
  article: number;
  score: number;
  /** The part of the score that its words have, without its title's likeness. */
  held: number;
  /** What the score is multiplied with, for the reader's level. */
  factor: number;
}

/** How much earlier an article for the reader's own level stands: a little, so that it wins only among equals. */
const PREFERENCE = 1.1;
/** A word is small that says less than this share of what a word says that stands nowhere. */
const SMALL = 0.1;
/** An article that holds a smaller share of what the best holds has some word of the query, but not its subject. */
const LEAST_SHARE = 0.1;

/**
 * Ranks the articles that hold a word of the query, the best first, by what the index's terms say of them: the sum of
 * their words, times the share of the query that they hold, and with it how much of the title the query is.
 */
export function rank(words: readonly QueryWord[], index: SearchIndex, options: SearchOptions): Candidate[] {
  const { table } = index.head;
  const total = rarityOf(words);
  if (isForeign(words, index)) return [];
  const sums = new Map<number, { score: number; covered: number; title: number; asked: number }>();
  for (const word of words) {
    for (const [article, best] of bestPostings(word)) {
      const sum = sums.get(article) ?? { score: 0, covered: 0, title: 0, asked: 0 };
      sum.score += best.score;
      sum.covered += word.rarity * best.share;
      sum.title += word.rarity * best.title;
      sum.asked += word.rarity * best.asked;
      sums.set(article, sum);
    }
  }
  const least = LEAST_SHARE * Math.max(0, ...[...sums.values()].map(({ covered }) => covered));
  const candidates: Candidate[] = [];
  for (const [article, { score, covered, title, asked }] of sums) {
    if (covered < least) continue;
    const coverage = covered / total;
    const likeness = Math.max(
      likenessOf(title, total, (table.titles[article] ?? 0) / 10),
      likenessOf(asked, total, (table.questions[article] ?? 0) / 10),
    );
    const isPreferred = options.preferred && LEVELS[Number(table.levels[article])] === options.preferred;
    const held = score * coverage ** WEIGHTS.coverage;
    candidates.push({
      article,
      held,
      factor: isPreferred ? PREFERENCE : 1,
      score: (held + WEIGHTS.likeness * total * likeness) * (isPreferred ? PREFERENCE : 1),
    });
  }
  return candidates.sort((a, b) => b.score - a.score || a.article - b.article);
}

/** Keeps the articles that pass the filters. */
export function narrow(
  candidates: readonly Candidate[],
  index: SearchIndex,
  options: SearchOptions,
): Candidate[] {
  const { categories, table } = index.head;
  const { category, type, level } = options;
  return candidates.filter(
    ({ article }) =>
      (!category || categories[table.categories[article] ?? -1]?.folder === category) &&
      (!type || ARTICLE_TYPES[Number(table.types[article])] === type) &&
      (!level || LEVELS[Number(table.levels[article])] === level),
  );
}

/** Whether the site knows no more of a query than small words, as of `weather tomorrow in berlin`: nothing fits. */
function isForeign(words: readonly QueryWord[], { head }: SearchIndex): boolean {
  const isUnknown = words.some(({ terms }) => terms.length === 0);
  const rarest = Math.max(0, ...words.map((word) => word.rarity));
  return rarest === 0 || (isUnknown && rarest < SMALL * rarity(0, head.articles));
}

/** Summed rarity of a query's words. */
export function rarityOf(words: readonly QueryWord[]): number {
  return words.reduce((sum, { rarity }) => sum + rarity, 0);
}

/**
 * How much two sets of words have in common, by rarity: 1 if they are the same (Dice's coefficient).
 *
 * @param common rarity of what both hold
 */
export function likenessOf(common: number, one: number, other: number): number {
  return common === 0 ? 0 : Math.min(1, (2 * common) / (one + other));
}

interface Best {
  score: number;
  share: number;
  /** Share of the word that stands in the title, and in a question. */
  title: number;
  asked: number;
}

/** For each article, the term of the word that counts most there. */
function bestPostings({ terms, rarity }: QueryWord): Map<number, Best> {
  const best = new Map<number, Best>();
  for (const term of terms) {
    for (const [article, { weight, title, isAsked }] of term.postings) {
      const score = term.share * Math.min(term.rarity, rarity) * weight;
      if (score <= (best.get(article)?.score ?? 0)) continue;
      best.set(article, {
        score,
        share: term.share,
        title: title === 'whole' ? term.share : title === 'part' ? term.share * WEIGHTS.compoundPart : 0,
        asked: isAsked ? term.share : 0,
      });
    }
  }
  return best;
}
