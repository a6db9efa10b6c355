/** Holds earlier wordings: one may have been changed in one language only. */
const FORMERLY = 'formerly';

/**
 * Paths of texts that are given in some languages of the site, but not in all.
 *
 * @example languageGaps({ title: { de: 'Hilfe' } }, ['de', 'en']) // [{ path: ['title'], missing: ['en'] }]
 */
export function languageGaps(
  value: unknown,
  locales: readonly string[],
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; missing: string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  const isLocalized =
    keys.some((key) => locales.includes(key)) &&
    Object.values(value).every((text) => typeof text === 'string');
  if (isLocalized) {
    const missing = locales.filter((locale) => !keys.includes(locale));
    return missing.length > 0 ? [{ path, missing }] : [];
  }
  return Object.entries(value).flatMap(([key, child]) =>
    key === FORMERLY ? [] : languageGaps(child, locales, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
