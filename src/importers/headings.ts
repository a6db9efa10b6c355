import type { Heading, Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Loss } from './loss.ts';
import { spanOf } from './markdown-tree.ts';
import { Edits, lineAt, type SourceText } from './source-text.ts';

/** The heading of the first order that a text begins with, as plain text. */
export function leadingHeading(tree: Root): string | undefined {
  const first = leading(tree);
  return first && plain(first);
}

/**
 * Takes the title out of a text, since the page shows it, and moves the other headings so that the first order is
 * the title's alone.
 *
 * @param isTitle is a heading of the first order at the beginning the title, even where it is worded otherwise?
 */
export function convertHeadings(
  source: SourceText,
  tree: Root,
  title: string,
  isTitle: boolean,
  file: string,
  losses: Loss[],
): SourceText {
  const edits = new Edits();
  const first = leading(tree);
  const isSame = first !== undefined && comparable(plain(first)) === comparable(title);
  const taken = first && (isSame || isTitle) ? first : undefined;
  if (taken) {
    const [start, end] = spanOf(taken);
    edits.replace(start, end + (/^\n+/.exec(source.text.slice(end))?.[0].length ?? 0), '');
    if (!isSame && !isPart(plain(taken), title)) {
      const message = `The heading "${plain(taken)}" is left out: the page shows the title "${title}".`;
      losses.push({ kind: 'markup', file, line: lineAt(source, start), message });
    }
  }
  const others: Heading[] = [];
  visit(tree, 'heading', (node) => {
    if (node !== taken) others.push(node);
  });
  if (others.some(({ depth }) => depth === 1)) for (const node of others) lower(node, source.text, edits);
  return edits.apply(source);
}

/** One order lower; the sixth is the lowest. */
function lower(node: Heading, text: string, edits: Edits): void {
  const [start, end] = spanOf(node);
  if (text.startsWith('#', start)) {
    if (node.depth < 6) edits.insert(start, '#');
    return;
  }
  const lines = text.slice(start, end).split('\n');
  edits.replace(
    start,
    end,
    `${'#'.repeat(node.depth + 1)} ${lines
      .slice(0, -1)
      .map((line) => line.trim())
      .join(' ')}`,
  );
}

function leading(tree: Root): Heading | undefined {
  const first = tree.children.find((node) => node.type !== 'html' && node.type !== 'mdxjsEsm');
  return first?.type === 'heading' && first.depth === 1 ? first : undefined;
}

/** The words of a heading without an anchor of its own: `Refund {#refund}` is `Refund`. */
function plain(node: Heading): string {
  return toText(node, { includeHtml: false })
    .replace(/\s*\{:?\s*#[^}]*\}\s*$/, '')
    .trim();
}

/** Are all words of the heading in the title? Then nothing is lost with it. */
function isPart(heading: string, title: string): boolean {
  const words = new Set(comparable(title).split(' '));
  return comparable(heading)
    .split(' ')
    .every((word) => words.has(word));
}

function comparable(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
