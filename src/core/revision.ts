import { createHash } from 'node:crypto';
import type { Section } from './article.ts';
import { comparable, MEANINGFUL_SIGN, signFormOf } from './edits/meaningful-signs.ts';

const WORD = String.raw`[\p{L}\p{M}\p{N}]+`;
const WORDS_AND_SIGNS = new RegExp(`(${WORD})|${MEANINGFUL_SIGN}`, 'gmu');

/**
 * The revision of an article: twelve hexadecimal digits from a SHA-256 over its words.
 *
 * Words are runs of letters and digits, and signs that say something, such as `€`, `%` or a minus before a number.
 * Emphasis, line breaks, list markers, quotation marks and the addresses of links do not change it; a changed, added,
 * moved or dropped word does. The first digit is always a letter: a writer puts the revision into YAML, which would
 * take `115195616554` or `12e456789012` for a number.
 *
 * @param known the words of lines that were looked at before, such as those of another text of the same article; it is
 *   added to
 * @example revisionOf('Refund', [{ text: 'Within *14* days.' }]) === revisionOf('Refund', [{ text: 'Within 14 days' }])
 */
export function revisionOf(title: string, sections: readonly Section[], known?: Map<string, string>): string {
  const whole = wholeText(title, sections);
  const words = known ? wordsByLine(whole, known) : wordsAndSigns(whole).join(' ');
  const digest = createHash('sha256').update(words).digest();
  const letter = 'abcdef'[(digest[0] ?? 0) % 6] ?? 'a';
  return letter + digest.toString('hex').slice(1, 12);
}

/** The words of a text, line by line: no word or sign goes beyond a line. */
function wordsByLine(text: string, known: Map<string, string>): string {
  const words: string[] = [];
  // Each line with its end: a sign may have to stand before one.
  for (const line of text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
    const found = known.get(line) ?? wordsAndSigns(line).join(' ');
    known.set(line, found);
    if (found) words.push(found);
  }
  return words.join(' ');
}

/** Everything that a revision is made of, one paragraph, list item or table cell a line. */
export function wholeText(title: string, sections: readonly Section[]): string {
  return [title, ...sections.flatMap(({ heading, text }) => [heading?.text ?? '', text])].join('\n');
}

/** The words of a text and the signs that say something, in order. */
export function wordsAndSigns(text: string): string[] {
  return Array.from(comparable(text).matchAll(WORDS_AND_SIGNS), ([found, word]) => word ?? signFormOf(found));
}
