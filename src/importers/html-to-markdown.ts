import { toMdast } from 'hast-util-to-mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { htmlToHast } from 'satteri';
import { unified } from 'unified';

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', listItemIndent: 'one', rule: '-' });

/**
 * Writes a piece of HTML as Markdown; what Markdown cannot say is kept as its text.
 *
 * @example htmlToMarkdown('See <a href="#b">this</a>.<ul><li>One</li></ul>') // 'See [this](#b).\n\n- One'
 */
export function htmlToMarkdown(html: string): string {
  const tree = toMdast(htmlToHast(html, { fragment: true }) as Parameters<typeof toMdast>[0]);
  const root = tree.type === 'root' ? tree : { type: 'root' as const, children: [tree as never] };
  return (
    writer
      .stringify(root)
      .trim()
      .replaceAll('\u00AD', '')
      // In an address, an ampersand needs no escape unless it begins a character reference.
      .replace(/\\&(?!#?\w+;)/g, '&')
  );
}

/** The words of a piece of HTML, without tags and soft hyphens. */
export function htmlToText(html: string): string {
  return (function text(node: HtmlNode): string {
    return node.value ?? (node.children ?? []).map(text).join('');
  })(htmlToHast(html, { fragment: true }) as HtmlNode)
    .replaceAll('\u00AD', '')
    .replace(/\s+/g, ' ')
    .trim();
}

interface HtmlNode {
  value?: string;
  children?: HtmlNode[];
}
