import { isFiller } from './fillers.ts';

/** The form that all inflections of a word share, or `undefined` for a word that says nothing by itself, as "the". */
export type FormOf = (word: string, locale: string) => string | undefined;

/** @param stemOf what the inflections of a word in small letters share; languages differ in it */
export function formsBy(stemOf: (word: string, locale: string) => string): FormOf {
  return (word, locale) => {
    const small = word.normalize('NFC').toLowerCase();
    return isFiller(small, locale) ? undefined : folded(stemOf(small, locale));
  };
}

/** A query on one line, without signs that nobody sees, except for those that join or part letters, as in Persian. */
export function tidy(query: string): string {
  return query
    .normalize('NFC')
    .replaceAll('\u00ad', '')
    .replace(/[[\p{C}\p{Z}]--[\u200c\u200d]]+/gv, ' ')
    .trim();
}

/** The words of a text, as they stand there; also of languages that put no spaces between them. */
export function wordsOf(text: string, locale: string): string[] {
  return [...segmenterOf(locale).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/**
 * What a phrasing comes down to: the same for two that differ in inflection, in the order of words, and in words that
 * say nothing.
 *
 * @example meaningOf('How do I cancel my contract?', 'en', formOf) === meaningOf('cancel contracts', 'en', formOf)
 */
export function meaningOf(phrasing: string, locale: string, formOf: FormOf): string {
  const words = wordsOf(phrasing, locale);
  const forms = words.flatMap((word) => formOf(word, locale) ?? []);
  // "How to be": nothing but such words still asks for something.
  if (forms.length === 0) return words.map(folded).join(' ');
  return [...new Set(forms)].sort().join(' ');
}

/** A word in small letters, with ä as ae and without other accents, as people type it in a hurry. */
export function folded(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

/**
 * The value that occurs most; of several the one that came first. Empty if there is none.
 *
 * @example mostUsed(['Rechnung', 'rechnung', 'rechnung']) // 'rechnung'
 */
export function mostUsed(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0];
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(locale: string): Intl.Segmenter {
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}
