/** The interface texts of one language by key, e.g. `{ 'vote.yes': 'Ja' }`. */
export type Texts = Readonly<Record<string, string>>;

/**
 * Gives a text with its `{places}` filled in. A key that is not there comes back as itself, so that a page
 * never breaks over a missing text.
 *
 * @example translate(texts, 'search.none', { query: 'refund' }) // 'Sorry, we found nothing for “refund”.'
 */
export function translate(texts: Texts, key: string, values: Record<string, string | number> = {}): string {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/**
 * Chooses `<key>.one`, `<key>.other` … by the language's rules for numbers and fills in `{count}`.
 *
 * @example translateCount(texts, 'en', 'category.count', 1) // '1 article'
 */
export function translateCount(
  texts: Texts,
  locale: string,
  key: string,
  count: number,
  values: Record<string, string | number> = {},
): string {
  const form = `${key}.${new Intl.PluralRules(locale).select(count)}`;
  const chosen = form in texts ? form : `${key}.other`;
  return translate(texts, chosen, { ...values, count: new Intl.NumberFormat(locale).format(count) });
}
