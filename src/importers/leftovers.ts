import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { spanToRemove } from './lines.ts';
import type { Loss } from './loss.ts';
import { spanOf } from './markdown-tree.ts';
import { Edits, lineAt, type SourceText } from './source-text.ts';

/** Attributes in braces that other systems write behind a picture or a link: `{width=50%}`, `{:target="_blank"}`. */
const ATTRIBUTES = /^\{:?\s*[^{}\n]*[=.#][^{}\n]*\}/;

/**
 * Takes out of a Markdown text what belongs to the pages of the old system: scripts, styles, components without
 * text, marks for a table of contents, and attributes behind pictures and links.
 */
export function removeLeftovers(source: SourceText, tree: Root, file: string, losses: Loss[]): SourceText {
  const { text } = source;
  const edits = new Edits();
  const remove = (start: number, end: number, what: string) => {
    edits.replace(...spanToRemove(text, start, end), '');
    const message = `${what} is left out.`;
    losses.push({ kind: 'markup', file, line: lineAt(source, start), message });
  };
  visit(tree, (node) => {
    const [start, end] = spanOf(node);
    if (node.type === 'html') {
      const name = /^<(script|style|link)\b/i.exec(node.value)?.[1];
      const component = /^<([A-Z][a-z]\w*)\b[^<>]*\/>$/.exec(node.value.trim())?.[1];
      if (name) remove(start, end, `\`<${name}>\` belongs to the old system's pages and`);
      else if (component) remove(start, end, `The component \`${component}\` is not known here and`);
    } else if (node.type === 'link' || node.type === 'image') {
      const attributes = ATTRIBUTES.exec(text.slice(end))?.[0];
      if (attributes)
        remove(
          end,
          end + attributes.length,
          `\`${attributes}\` behind a ${node.type === 'image' ? 'picture' : 'link'}`,
        );
    } else if (node.type === 'paragraph' && /^\[\[?toc\]?\]$/i.test(text.slice(start, end).trim())) {
      edits.replace(...spanToRemove(text, start, end), '');
    }
  });
  return edits.apply(source);
}
