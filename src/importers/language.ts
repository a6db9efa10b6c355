const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/**
 * The language that a part of a file name or a front matter value stands for, as browsers name it.
 *
 * @example languageOf('pt_br') // 'pt-BR'
 * @example languageOf('js') // undefined: there is no such language
 */
export function languageOf(code: string): string | undefined {
  const wellFormed = /^[a-z]{2,3}(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3}))*$/i.exec(code);
  if (!wellFormed) return undefined;
  try {
    const [locale] = Intl.getCanonicalLocales(code.replaceAll('_', '-'));
    return locale && names.of(locale.split('-')[0] ?? '') ? locale : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Splits a file name without ending into its stem and the language that follows it.
 *
 * @example splitSuffix('index.de') // { stem: 'index', locale: 'de' }
 */
export function splitSuffix(name: string): { stem: string; locale?: string } {
  const match = /^(.+?)\.+([a-z]{2}(?:[-_][a-z0-9]{2,4})?)$/i.exec(name);
  const locale = match?.[2] && languageOf(match[2]);
  return match?.[1] && locale ? { stem: match[1], locale } : { stem: name };
}
