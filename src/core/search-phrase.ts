/**
 * What is alike in two searches of which one was typed with capitals, more spaces, or accents put together otherwise.
 *
 * @example phraseOf('  Rechnung   ÄNDERN ') // 'rechnung ändern'
 */
export function phraseOf(query: string): string {
  return query.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
}
