/** A number of things. @example plural(2, 'file') // '2 files' */
export function plural(count: number, word: string, words = `${word}s`): string {
  return `${count} ${count === 1 ? word : words}`;
}
