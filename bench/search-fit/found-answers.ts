import { search } from '../../src/search/search.ts';
import { figuresOf } from '../search/figures.ts';
import { Measurements } from '../search/measurements.ts';
import { foldsWith, MOST_PHRASINGS, queriesWithOthers } from '../search/phrasings.ts';
import { VARIANTS, type Variant } from '../search/query-variants.ts';
import { familiesOf, type Query, type SearchSet } from '../search/search-set.ts';
import { type Half, halfOf } from '../search/seeded-random.ts';
import { indexInMemory } from './index-in-memory.ts';

/** Ways to put a question that weights are fitted to. */
const FITTED_TO: readonly Variant[] = ['as typed', 'one typing error', 'key words with an error'];
const PHRASED = `up to ${MOST_PHRASINGS} phrasings`;
/** What weights are fitted to, as it is named beside the figures. */
export const QUESTIONS: readonly string[] = [...FITTED_TO, PHRASED];

/** The search alone is measured. */
const COLUMN = '';

/** How well half of the queries find their answers: MRR@10, summed over the sets. */
export interface FoundAnswers {
  /** Of all ways to put a question together. */
  sum: number;
  /** In the order of `QUESTIONS`. */
  byQuestion: readonly number[];
}

/** Asks half of the queries of every set, with the weights that are set. Sets of one family count as one. */
export async function foundAnswers(sets: readonly SearchSet[], half: Half): Promise<FoundAnswers> {
  const families = familiesOf(sets);
  const measured = new Measurements(families);
  for (const set of sets) {
    const queries = set.queries.filter(({ q }) => halfOf(q) === half);
    const index = await indexInMemory(set);
    for (const variant of FITTED_TO) {
      const found: string[][] = [];
      for (const { q } of queries) {
        found.push((await search(index, VARIANTS[variant](q))).results.map(({ article }) => article));
      }
      measured.add(set.name, variant, COLUMN, figuresOf(queries, found));
    }
    // Without any other query of the same document there is nothing to carry.
    if (queriesWithOthers(set, 1).size > 0) {
      measured.add(set.name, PHRASED, COLUMN, figuresOf(...(await askedWithPhrasings(set, half))));
    }
  }
  const inFamilies = new Set([...families.values()].flat());
  const counted = [
    ...families.keys(),
    ...sets.map(({ name }) => name).filter((name) => !inFamilies.has(name)),
  ];
  const byQuestion = QUESTIONS.map((question) =>
    counted.reduce((sum, name) => sum + (measured.figures(name, question, COLUMN)?.mrr ?? 0), 0),
  );
  return { sum: byQuestion.reduce((sum, one) => sum + one, 0), byQuestion };
}

async function askedWithPhrasings(set: SearchSet, half: Half): Promise<[Query[], string[][]]> {
  const queries: Query[] = [];
  const found: string[][] = [];
  for (const { set: given, heldBack } of foldsWith(set, MOST_PHRASINGS)) {
    const index = await indexInMemory(given);
    for (const query of heldBack.filter(({ q }) => halfOf(q) === half)) {
      queries.push(query);
      found.push((await search(index, query.q)).results.map(({ article }) => article));
    }
  }
  return [queries, found];
}
