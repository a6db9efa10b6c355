import type { Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';

/** The first paragraph that says something, as plain text; '' if there is none. */
export function firstParagraph(tree: Root): string {
  for (const node of tree.children) {
    if (node.type !== 'paragraph') continue;
    const text = toText(node, { includeImageAlt: false, includeHtml: false }).replace(/\s+/g, ' ').trim();
    if (/\p{L}{2}/u.test(text)) return text;
  }
  return '';
}

/**
 * A text cut to a length: after the last sentence that fits, else after a word.
 *
 * @example shorten('One sentence. Another one.', 20) // 'One sentence.'
 */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length);
  const sentence = /^.*[.!?](?=\s)/s.exec(text.slice(0, length + 1))?.[0];
  if (sentence && sentence.length >= length / 3) return sentence;
  const word = start.slice(0, length - 1).replace(/\s+\S*$/, '');
  return `${word.replace(/[\s,;:–-]+$/, '')}…`;
}
