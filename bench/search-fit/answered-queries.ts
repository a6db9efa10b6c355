import type { Evidence } from '../../src/search/answer.ts';
import { search } from '../../src/search/search.ts';
import { keyWords } from '../search/key-words.ts';
import { familiesOf, type SearchSet } from '../search/search-set.ts';
import { type Half, halfOf, hashOf } from '../search/seeded-random.ts';
import { withTypingError } from '../search/typing-error.ts';
import { indexInMemory } from './index-in-memory.ts';

/** A query that a set was asked, and what came of it. */
export interface AnsweredQuery {
  set: string;
  half: Half;
  /** Nothing where nothing was found. */
  evidence: Evidence | undefined;
  /** Place of the first right document, from 1 on; 0 where none was found. */
  place: number;
  /** Whether the query is another set's, to which this one has no answer. */
  isForeign: boolean;
}

/** One of so many queries is asked with a typing error as well, and another as key words. */
const VARIED = 3;
/** One of so many queries of other sets is asked. */
const FOREIGN = 4;

/**
 * Asks every set its own queries, some of them put otherwise as well, and queries of other sets in its language. What
 * another set of its family is asked, it may have an answer to, so that is left out.
 */
export async function answeredQueries(
  sets: readonly SearchSet[],
  onSet?: (set: SearchSet) => void,
): Promise<AnsweredQuery[]> {
  const families = [...familiesOf(sets).values()];
  const answered: AnsweredQuery[] = [];
  for (const set of sets) {
    onSet?.(set);
    const index = await indexInMemory(set);
    const ask = async (query: string, half: Half, right: readonly string[] = []) => {
      const { results, evidence } = await search(index, query);
      const place = results.findIndex(({ article }) => right.includes(article)) + 1;
      answered.push({ set: set.name, half, evidence, place, isForeign: right.length === 0 });
    };
    for (const { q, rel } of set.queries) {
      const half = halfOf(q);
      await ask(q, half, rel);
      if (hashOf(q) % VARIED === 0) await ask(withTypingError(q), half, rel);
      if (hashOf(q) % VARIED === 1) await ask(keyWords(q), half, rel);
    }
    const kin = families.find((names) => names.includes(set.name)) ?? [set.name];
    const others = sets.filter(({ name, lang }) => lang === set.lang && !kin.includes(name));
    for (const { q } of others.flatMap(({ queries }) => queries)) {
      if (hashOf(q + set.name) % FOREIGN === 0) await ask(q, halfOf(q));
    }
  }
  return answered;
}
