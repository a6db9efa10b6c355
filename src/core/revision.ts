import { createHash } from 'node:crypto';
import type { Section } from './article.ts';

/**
 * The revision of an article: twelve hexadecimal digits from a SHA-256 over its words.
 *
 * Words are runs of letters and digits, so that emphasis, line breaks, list markers, quotation marks and the
 * addresses of links do not change it; a changed, added, moved or dropped word does. The first digit is always a
 * letter: a writer puts the revision into YAML, which would take `115195616554` or `12e456789012` for a number.
 *
 * @example revisionOf('Refund', [{ text: 'Within *14* days.' }]) === revisionOf('Refund', [{ text: 'Within 14 days' }])
 */
export function revisionOf(title: string, sections: readonly Section[]): string {
  const texts = [title, ...sections.flatMap(({ heading, text }) => [heading?.text ?? '', text])];
  const words =
    texts
      .join('\n')
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const digest = createHash('sha256').update(words.join(' ')).digest();
  const letter = 'abcdef'[(digest[0] ?? 0) % 6] ?? 'a';
  return letter + digest.toString('hex').slice(1, 12);
}
