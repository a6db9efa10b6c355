/**
 * Words one after the other, as a sentence names them.
 *
 * @example listed(['a', 'b', 'c']) // 'a, b and c'
 */
export function listed(words: readonly (string | number)[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? `${last}` : `${words.slice(0, -1).join(', ')} and ${last}`;
}
