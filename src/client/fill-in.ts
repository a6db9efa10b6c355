/**
 * Fills the `{places}` of a text, all at once: what a reader typed may itself hold `{count}` or `$&`.
 *
 * @example fillIn('Nothing for “{query}”', { query: 'refund' }) // 'Nothing for “refund”'
 */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
