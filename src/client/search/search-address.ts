import type { SearchOptions } from '../../search/answer.ts';
import { cutQuery } from '../../search/cut-query.ts';

/** The filters of a search, as they stand in the address. */
export const FILTERS = ['category', 'type', 'level'] as const;
export type Filters = Pick<SearchOptions, (typeof FILTERS)[number]>;

/** What is asked on the search page. */
export interface AskedSearch extends Filters {
  query: string;
  /** Whether words are looked up as they were typed. */
  isLiteral?: boolean;
}

/** The address of the search page for a search. */
export function searchAddress(page: string, asked: AskedSearch): string {
  const address = new URL(page, location.href);
  address.search = '';
  if (asked.query) address.searchParams.set('q', asked.query);
  for (const filter of FILTERS) {
    const value = asked[filter];
    if (value) address.searchParams.set(filter, value);
  }
  if (asked.isLiteral) address.searchParams.set('literal', '');
  return address.href;
}

/** Reads what is asked from the address. A query that is too long is cut, which the page says. */
export function readAddress(): AskedSearch & { isCut: boolean } {
  const values = new URLSearchParams(location.search);
  const whole = values.get('q')?.trim() ?? '';
  const query = cutQuery(whole);
  const filters = Object.fromEntries(FILTERS.map((filter) => [filter, values.get(filter) || undefined]));
  return {
    ...(filters as Filters),
    query,
    isLiteral: values.has('literal'),
    isCut: query.length < whole.length,
  };
}
