/** How much of the last word has been typed. */
const TYPED = 0.6;

/**
 * The query while its last word is being typed.
 *
 * @example cutLastWord('cancel my contract') // 'cancel my contr'
 */
export function cutLastWord(query: string): string {
  return query
    .trim()
    .replace(/([\p{L}\p{N}]+)[^\p{L}\p{N}]*$/u, (_, word: string) =>
      word.slice(0, Math.max(1, Math.ceil(word.length * TYPED))),
    );
}
