import { mask } from './personal-data.ts';

/** Longest query that is kept, in characters. */
const LONGEST = 200;

/**
 * What a reader searched for, with the kind of each personal datum in its place. Numbers that only may name a customer
 * or an order stay: readers search for models, parts and error codes, and nobody can mend what they did not find
 * without these.
 *
 * @example scrubbedQuery('change max@example.com on my X-4711') // 'change [email] on my X-4711'
 */
export function scrubbedQuery(query: string): string {
  return mask(query, (kind) => kind !== 'number').slice(0, LONGEST);
}
