/** Longest query that is looked up, in characters. */
export const LONGEST_QUERY = 200;

/** A query without white space around it, cut where it is too long, but never within a letter such as an emoji. */
export function cutQuery(query: string): string {
  return query
    .trim()
    .slice(0, LONGEST_QUERY)
    .replace(/[\uD800-\uDBFF]$/, '');
}
