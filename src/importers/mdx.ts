import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { calloutKind } from './callouts.ts';
import { spanToRemove } from './lines.ts';
import type { Loss } from './loss.ts';
import { codeFinder, parseMarkdown, spanOf } from './markdown-tree.ts';
import { Edits, lineAt, type SourceText } from './source-text.ts';

/** Components that our pages know too. */
const OURS = new Set(['Steps', 'Tabs', 'Tab', 'Callout', 'Details', 'Figure']);

/**
 * Turns MDX into MDX that our components suffice for, or into plain Markdown where nothing needs more. Imports,
 * expressions and unknown components are left out; what stands in a component stays.
 *
 * @returns `undefined` if the text is not well-formed MDX
 */
export function convertMdx(
  source: SourceText,
  file: string,
  losses: Loss[],
): { source: SourceText; format: 'md' | 'mdx' } | undefined {
  const prepared = withoutForeignSyntax(source);
  let tree: Root;
  try {
    tree = parseMarkdown(prepared.text, 'mdx');
  } catch {
    return undefined;
  }
  const { text } = prepared;
  const edits = new Edits();
  let needsMdx = false;
  const lose = (start: number, message: string) => {
    losses.push({ kind: 'markup', file, line: lineAt(prepared, start), message });
  };
  visit(tree, (node) => {
    const [start, end] = spanOf(node);
    if (node.type === 'mdxjsEsm') {
      edits.replace(...spanToRemove(text, start, end), '');
      if (/^export\b/m.test(node.value)) lose(start, 'The program text `export …` is left out.');
    } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      edits.replace(...spanToRemove(text, start, end), '');
      if (!/^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value))
        lose(start, `The expression \`{${node.value}}\` is left out.`);
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      if (convertElement(node)) needsMdx = true;
    }
  });
  return { source: edits.apply(prepared), format: needsMdx ? 'mdx' : 'md' };

  /** Says whether what is left of the element needs MDX. */
  function convertElement(node: MdxJsxFlowElement | MdxJsxTextElement): boolean {
    const [start, end] = spanOf(node);
    const name = node.name ?? '';
    const openEnd = tagEnd(text, start);
    const closeStart = text[openEnd - 2] === '/' ? undefined : text.lastIndexOf('</', end);
    const retag = (open: string, close: string) => {
      edits.replace(start, openEnd, open);
      if (closeStart !== undefined && closeStart >= openEnd) edits.replace(closeStart, end, close);
    };
    const attribute = (key: string) =>
      literal(node.attributes.find((one) => 'name' in one && one.name === key)?.value);
    const picture = attribute('src');
    const isExpression = node.attributes.some((one) => typeof one.value === 'object' && one.value !== null);
    if (/^(?:img|Image|Img)$/.test(name) && picture && (name !== 'img' || isExpression)) {
      edits.replace(start, end, `![${attribute('alt') ?? ''}](${picture})`);
      return false;
    }
    if (name === 'TabItem')
      retag(`<Tab label="${attribute('label') ?? attribute('value') ?? ''}">`, '</Tab>');
    else if (name === 'Tabs') retag('<Tabs>', '</Tabs>');
    else if (name === 'Admonition') {
      const title = attribute('title');
      const kind = (calloutKind(attribute('type')) ?? 'NOTE').toLowerCase();
      retag(`<Callout kind="${kind}"${title ? ` title="${title}"` : ''}>`, '</Callout>');
    } else if (OURS.has(name)) return true;
    else if (/^[a-z]/.test(name))
      return isExpression || node.attributes.some((one) => 'name' in one && one.name === 'className');
    else {
      retag('', '');
      if (name)
        lose(
          start,
          `The component \`${name}\` is not known here; ${node.children.length > 0 ? 'what stands in it stays' : 'it is left out'}.`,
        );
      return false;
    }
    return true;
  }
}

/** Custom anchors and HTML comments, which other systems take out before MDX sees them. */
function withoutForeignSyntax(source: SourceText): SourceText {
  const { text } = source;
  const isCode = codeFinder(parseMarkdown(text.replaceAll('<!--', '<!~~'), 'md'));
  const edits = new Edits();
  for (const { index, 0: whole, 1: anchor } of text.matchAll(
    /(?<=^#{1,6}[^\n]*)[ \t]*\{#([\w-]+)\}[ \t]*$/gm,
  )) {
    if (!isCode(index)) edits.replace(index, index + whole.length, ` <a id="${anchor}"></a>`);
  }
  for (const { index, 0: whole } of text.matchAll(/<!--[\s\S]*?-->/g)) {
    if (!isCode(index)) edits.replace(index, index + whole.length, '');
  }
  return edits.apply(source);
}

/** Offset behind the `>` of the tag that begins at an offset; braces and quotation marks may hold others. */
function tagEnd(text: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let at = start; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quote) {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    else if (letter === '{') depth++;
    else if (letter === '}') depth--;
    else if (letter === '>' && depth === 0) return at + 1;
  }
  return text.length;
}

/** A text attribute, or the one text in an expression such as `{require('./a.png').default}`. */
function literal(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const program = (value as { value?: string } | null | undefined)?.value;
  return program && /^[^'"`]*(['"`])([^'"`]+)\1[^'"`]*$/.exec(program)?.[2];
}
