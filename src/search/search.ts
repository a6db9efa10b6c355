import { ARTICLE_TYPES, LEVELS } from '../core/article-kinds.ts';
import type { Evidence, Facet, SearchAnswer, SearchOptions, SearchResult } from './answer.ts';
import { confidenceOf, isUnsure } from './confidence.ts';
import { directAnswer } from './direct-answer.ts';
import type { Fragment } from './index-files.ts';
import type { SearchIndex } from './open-index.ts';
import { Matcher, type Passage } from './passage.ts';
import { rarity } from './posting.ts';
import type { QueryWord } from './query-word.ts';
import { type Candidate, narrow, rank, rarityOf } from './rank.ts';
import { understand } from './understand.ts';
import { WEIGHTS } from './weights.ts';
import { wordsOf } from './words.ts';

/** So many articles at a time are read, and put in order by their texts. */
const READ_AT_ONCE = 10;
const MOST_RESULTS = 10;
/** A passage of fewer words, such as a cell of a table, says less than the article's description. */
const SHORTEST_EXCERPT = 3;

interface Read extends Candidate {
  /** Number of the reading that it was part of. */
  reading: number;
  fragment: Fragment;
  passage: Passage | undefined;
}

/**
 * Finds the articles that answer a query, the best first.
 *
 * An article need not hold every word. The terms of the query rank the candidates; the text of the best is then
 * read, and how much of the query one sentence or the title holds puts them in order.
 *
 * @example (await search(index, 'how do I get my money back')).results[0]?.article // 'billing/refund'
 */
export async function search(
  index: SearchIndex,
  query: string,
  options: SearchOptions = {},
): Promise<SearchAnswer> {
  const asked = query.trim();
  const words = await understand(asked, index, options.isLiteral);
  const ranked = rank(words, index, options);
  const candidates = narrow(ranked, index, options);
  const matcher = new Matcher(words, index.language, index.head.typicalRarity);
  const read = await readBest(candidates, words, index, matcher, options);
  const results = read.slice(0, options.limit ?? MOST_RESULTS);
  const evidence = evidenceOf(words, read, index);
  const confidence = confidenceOf(evidence);
  const corrected = correctedQuery(asked, words);
  const direct = directAnswer(results[0], confidence);
  return {
    query: asked,
    ...(corrected ? { corrected } : {}),
    words: words.map(({ asked, found, how }) => ({ asked, found, how })),
    total: candidates.length,
    results: results.map((result) => resultOf(result, matcher)),
    confidence,
    ...(evidence ? { evidence } : {}),
    isUnsure: isUnsure(confidence),
    ...(direct ? { direct } : {}),
    facets: facetsOf(ranked, index),
  };
}

/**
 * Reads the best candidates and puts them in order. No article is moved before one of an earlier reading, so that whoever
 * asks for more results sees the first ones stay where they are.
 */
async function readBest(
  candidates: readonly Candidate[],
  words: readonly QueryWord[],
  index: SearchIndex,
  matcher: Matcher,
  options: SearchOptions,
): Promise<Read[]> {
  const total = rarityOf(words);
  const readings = Math.max(1, Math.ceil((options.limit ?? MOST_RESULTS) / READ_AT_ONCE));
  const best = candidates.slice(0, readings * READ_AT_ONCE);
  const read = await Promise.all(
    best.map(async (candidate, place): Promise<Read> => {
      const fragment = await index.fragment(candidate.article);
      const passage = matcher.bestPassage(fragment);
      const score =
        candidate.factor *
        (candidate.held +
          total * WEIGHTS.likeness * matcher.likenessOfAskings(fragment.askings) +
          total * WEIGHTS.sentence * (passage?.likeness ?? 0));
      return { ...candidate, reading: Math.floor(place / READ_AT_ONCE), fragment, passage, score };
    }),
  );
  return read.sort((a, b) => a.reading - b.reading || b.score - a.score || a.article - b.article);
}

function evidenceOf(
  words: readonly QueryWord[],
  [best, second]: readonly Read[],
  index: SearchIndex,
): Evidence | undefined {
  const total = rarityOf(words);
  if (!best || total === 0) return undefined;
  return {
    score: best.score / total,
    lead: second ? (best.score - second.score) / best.score : 1,
    unknown: words.filter(({ terms }) => terms.length === 0).length / words.length,
    sentence: best.passage?.likeness ?? 0,
    weight: total / rarity(0, index.head.articles),
  };
}

function resultOf({ fragment, passage }: Read, matcher: Matcher): SearchResult {
  const { article, url, category, type, level, description, askings } = fragment;
  const hasAnswer = passage && passage.likeness > 0;
  const says = hasAnswer && (passage.length >= SHORTEST_EXCERPT || !description);
  return {
    article,
    url: hasAnswer && passage.anchor ? `${url}#${passage.anchor}` : url,
    title: askings[0]?.[0] ?? '',
    category,
    type,
    ...(level ? { level } : {}),
    description,
    ...(hasAnswer && passage.heading ? { heading: passage.heading } : {}),
    excerpt: matcher.mark(says ? passage.sentence : description),
  };
}

/** The query with its corrected words, wherever they stand in it; `undefined` if none was. */
function correctedQuery(query: string, words: readonly QueryWord[]): string | undefined {
  const corrected = new Map(
    words
      .filter(({ how }) => how === 'corrected')
      .map(({ asked, found }) => [wordsOf(asked)[0]?.text, found[0]]),
  );
  if (corrected.size === 0) return undefined;
  let text = '';
  let at = 0;
  for (const word of wordsOf(query)) {
    const meant = corrected.get(word.text);
    if (meant === undefined) continue;
    text += query.slice(at, word.start) + inCaseOf(query.slice(word.start, word.end), meant);
    at = word.end;
  }
  return text + query.slice(at);
}

/** A correction with a capital where the typed word has one. */
function inCaseOf(typed: string, meant: string): string {
  const [first = ''] = typed;
  const [letter = ''] = meant;
  return first === first.toLowerCase() ? meant : letter.toUpperCase() + meant.slice(letter.length);
}

/** How many of the candidates each filter would leave. */
function facetsOf(
  candidates: readonly Candidate[],
  { head: { categories, table } }: SearchIndex,
): SearchAnswer['facets'] {
  const count = (
    places: ArrayLike<number | string>,
    facet: (place: number) => Omit<Facet, 'count'> | undefined,
  ): Facet[] => {
    const counts = new Map<number, number>();
    for (const { article } of candidates) {
      const place = Number(places[article]);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    return [...counts]
      .flatMap(([place, count]) => {
        const known = facet(place);
        return known ? [{ ...known, count }] : [];
      })
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  const named = (values: readonly string[]) => (place: number) => {
    const value = values[place];
    return value === undefined ? undefined : { value };
  };
  return {
    category: count(table.categories, (place) => {
      const category = categories[place];
      return category && { value: category.folder, label: category.title };
    }),
    type: count(table.types, named(ARTICLE_TYPES)),
    level: count(table.levels, named(LEVELS)),
  };
}
