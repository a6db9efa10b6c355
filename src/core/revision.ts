import { createHash } from 'node:crypto';
import type { Section } from './article.ts';

/**
 * The revision of an article: the first 12 hexadecimal digits of a SHA-256 over its words.
 *
 * Words are runs of letters and digits, so that emphasis, line breaks, list markers, quotation marks and the
 * addresses of links do not change it; a changed, added, moved or dropped word does.
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
  return createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 12);
}
