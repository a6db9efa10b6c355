import type { Asking } from './ask-in-browser.ts';
import type { Column } from './columns.ts';
import { figuresOf } from './figures.ts';
import type { Measurements } from './measurements.ts';
import { foldsWith, MOST_PHRASINGS, queriesWithOthers } from './phrasings.ts';
import { VARIANTS } from './query-variants.ts';
import type { Query, SearchSet } from './search-set.ts';

type IsWanted = (query: Query) => boolean;

/** Asks each question of a set however it may be put. */
export async function measureVariants(
  asking: Asking,
  column: Column,
  set: SearchSet,
  isWanted: IsWanted,
  measured: Measurements,
): Promise<void> {
  const queries = set.queries.filter(isWanted);
  const asked = Object.values(VARIANTS).flatMap((put) => queries.map(({ q }) => put(q)));
  const answers = await asking.ask(column, set, [...new Set(asked)]);
  for (const [variant, put] of Object.entries(VARIANTS)) {
    const found = queries.map(({ q }) => answers.get(put(q)) ?? []);
    measured.add(set.name, variant, column.name, figuresOf(queries, found));
  }
}

const COUNTS = Array.from({ length: MOST_PHRASINGS + 1 }, (_, count) => count);
const upTo = (count: number) => `up to ${count} phrasings`;
const exactly = (count: number) => `${count} phrasings`;

/** What phrasings do to all queries, then to those whose document had the most phrasings to take. */
export const PHRASING_TABLES: Readonly<Record<string, readonly string[]>> = {
  'With other phrasings of the customers, as far as there are any': COUNTS.map(upTo),
  [`The same, where a document had ${MOST_PHRASINGS} others`]: COUNTS.map(exactly),
};

/** Asks held-back questions while documents carry none to three of the others as phrasings. */
export async function measurePhrasings(
  asking: Asking,
  column: Column,
  set: SearchSet,
  isWanted: IsWanted,
  measured: Measurements,
): Promise<void> {
  const withOthers = queriesWithOthers(set, MOST_PHRASINGS);
  // Without any other query of the same document there is nothing to show.
  if (queriesWithOthers(set, 1).size === 0) return;
  for (const count of COUNTS) {
    const answers = new Map<Query, readonly string[]>();
    for (const { set: given, heldBack } of foldsWith(set, count)) {
      const queries = heldBack.filter(isWanted);
      const found = await asking.ask(
        column,
        given,
        queries.map(({ q }) => q),
      );
      for (const query of queries) answers.set(query, found.get(query.q) ?? []);
    }
    const figuresWhere = (isMeant: IsWanted) => {
      const queries = [...answers.keys()].filter(isMeant);
      return figuresOf(
        queries,
        queries.map((query) => answers.get(query) ?? []),
      );
    };
    measured.add(
      set.name,
      upTo(count),
      column.name,
      figuresWhere(() => true),
    );
    measured.add(
      set.name,
      exactly(count),
      column.name,
      figuresWhere((query) => withOthers.has(query)),
    );
  }
}
