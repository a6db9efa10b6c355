import type { Query } from './search-set.ts';

/** Results that count. */
export const COUNTED = 10;

/** How well a list of queries was answered. Shares are from 0 to 1. */
export interface Figures {
  queries: number;
  /** Mean of 1 / place of the first right document among the first ten, 0 where there is none (MRR@10). */
  mrr: number;
  hitAt1: number;
  hitAt5: number;
  /** Share of queries to which nothing at all was found. */
  none: number;
}

/** @param found ids of the documents found to each query, the best first */
export function figuresOf(queries: readonly Query[], found: readonly (readonly string[])[]): Figures {
  const places = queries.map(({ rel }, at) => (found[at] ?? []).findIndex((id) => rel.includes(id)) + 1);
  const mean = (value: (place: number, at: number) => number) =>
    places.reduce((sum, place, at) => sum + value(place, at), 0) / places.length;
  const within = (top: number) => mean((place) => (place > 0 && place <= top ? 1 : 0));
  return {
    queries: queries.length,
    mrr: mean((place) => (place > 0 && place <= COUNTED ? 1 / place : 0)),
    hitAt1: within(1),
    hitAt5: within(5),
    none: mean((_, at) => ((found[at]?.length ?? 0) === 0 ? 1 : 0)),
  };
}

/** The figures of several lists of queries taken together. */
export function pooled(parts: readonly Figures[]): Figures {
  const queries = parts.reduce((sum, part) => sum + part.queries, 0);
  const mean = (figure: Exclude<keyof Figures, 'queries'>) =>
    parts.reduce((sum, part) => sum + (part.queries > 0 ? part[figure] * part.queries : 0), 0) / queries;
  return {
    queries,
    mrr: mean('mrr'),
    hitAt1: mean('hitAt1'),
    hitAt5: mean('hitAt5'),
    none: mean('none'),
  };
}
