import { parseAccept } from 'hono/utils/accept';

/**
 * The language of the site that a reader understands best; the first where they understand none.
 *
 * @example preferredLocale('fr, de-AT;q=0.8, en;q=0.5', ['en', 'de']) // 'de'
 */
export function preferredLocale(acceptLanguage: string | undefined, locales: readonly string[]): string {
  const wanted = parseAccept(acceptLanguage ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => type.toLowerCase());
  for (const tag of wanted) {
    const [language] = tag.split('-');
    const found =
      locales.find((locale) => locale.toLowerCase() === tag) ??
      locales.find((locale) => locale.toLowerCase() === language) ??
      locales.find((locale) => locale.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return locales[0] ?? 'en';
}
