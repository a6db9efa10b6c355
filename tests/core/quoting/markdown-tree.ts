import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** What a forge makes a person or another issue of, outside of code. */
export const CALLS = /@\w|(?:^|\W)[#!]\d|\bGH-\d|:\/\/|\bwww\./;

/** Markdown as a forge reads it. */
export function treeOf(markdown: string): Nodes {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown);
}

/** Texts outside of code. */
export function textsIn(tree: Nodes): string[] {
  const texts: string[] = [];
  visit(tree, 'text', ({ value }) => {
    texts.push(value);
  });
  return texts;
}
