/**
 * The day of `received`, counted from 1970. Databases cut a quotient towards zero, so days before 1970 are first moved
 * to where every date that there can be is positive: by 10^8 days (ECMA-262, section 21.4.1.1).
 */
const DAY = '((received + 8640000000000000) / 86400000 - 100000000)';

/**
 * The votes of a group of rows, all in one text, each as `markOf` writes it. Most votes are the only one on their day, so
 * sums by day would be as many rows as there are votes, and a row takes far longer than a word in a text.
 */
export const MARKS = `string_agg(CAST(2 * ${DAY} + helpful AS text), ' ')`;

/** The marks in such a text. */
export function marksOf(text: string): number[] {
  return text.split(' ').map(Number);
}
