import type { Query, SearchSet } from './search-set.ts';
import { hashOf } from './seeded-random.ts';

/** Enough to hold a query back while three others of its document are given. */
const FOLDS = 4;
/** Phrasings that a document is given at most. */
export const MOST_PHRASINGS = 3;

/** A set whose documents carry some of its queries as phrasings, and the others. */
export interface Fold {
  set: SearchSet;
  /** Queries that no document carries. */
  heldBack: Query[];
}

/**
 * Gives each document up to so many of its own queries as phrasings, and holds others back to ask with.
 *
 * The queries of a document (the first that answers them) are ordered by their hash and dealt to four folds in turn. For
 * each fold, every document gets the first so many of its queries in the other folds; the fold's queries are asked. So
 * every query is asked once, never with its own words in the index, and a document with four queries or more has three
 * phrasings in every fold.
 */
export function foldsWith(set: SearchSet, phrasings: number): Fold[] {
  if (phrasings === 0) return [{ set, heldBack: set.queries }];
  const dealt = dealtQueries(set);
  return Array.from({ length: FOLDS }, (_, fold) => ({
    set: {
      ...set,
      docs: set.docs.map((document) => ({
        ...document,
        questions: (dealt.get(document.id) ?? [])
          .filter((_, at) => at % FOLDS !== fold)
          .slice(0, phrasings)
          .map(({ q }) => q),
      })),
    },
    heldBack: [...dealt.values()].flatMap((queries) => queries.filter((_, at) => at % FOLDS === fold)),
  }));
}

/** Queries whose document has enough others to be given so many phrasings, whichever fold they are in. */
export function queriesWithOthers(set: SearchSet, phrasings: number): ReadonlySet<Query> {
  const enough = [...dealtQueries(set).values()].filter((queries) => queries.length > phrasings);
  return new Set(enough.flat());
}

function dealtQueries({ queries }: SearchSet): Map<string, Query[]> {
  const ordered = queries.toSorted((a, b) => hashOf(a.q) - hashOf(b.q));
  return Map.groupBy(ordered, ({ rel }) => rel[0] ?? '');
}
