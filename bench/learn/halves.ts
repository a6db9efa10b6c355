import type { Query, SearchSet } from '../search/search-set.ts';
import { hashOf } from '../search/seeded-random.ts';

/** Some of a set's queries, from which is learnt, and the others, with which is measured. */
export interface Halves {
  asked: Query[];
  heldBack: Query[];
}

/**
 * Splits the queries of each document (the first that answers them) in two, in the order of their hashes; then the
 * other way round. So every query is held back once, and never measured with what was learnt from itself.
 */
export function halvesOf({ queries }: Pick<SearchSet, 'queries'>): [Halves, Halves] {
  const ordered = queries.toSorted((a, b) => hashOf(a.q) - hashOf(b.q));
  const byDocument = [...Map.groupBy(ordered, ({ rel }) => rel[0] ?? '').values()];
  const part = (rest: number) => byDocument.flatMap((own) => own.filter((_, at) => at % 2 === rest));
  const [even, odd] = [part(0), part(1)];
  return [
    { asked: even, heldBack: odd },
    { asked: odd, heldBack: even },
  ];
}
