import { calloutKind, frameAsCallout } from './callouts.ts';
import { lineEnd, spanToRemove } from './lines.ts';
import type { Loss } from './loss.ts';
import { codeFinder, parseMarkdown } from './markdown-tree.ts';
import { Edits, lineAt, type SourceText } from './source-text.ts';

interface Container {
  start: number;
  end: number;
  name: string;
  title: string;
}

/** Containers that change only how their text looks. */
const PLAIN = new Set(['v-pre', 'raw', 'tabs', 'code-group', 'center', 'left', 'right']);

/**
 * Turns the containers of VitePress (`::: tip Title`) and Docusaurus (`:::tip[Title]`) into callouts, `details` into
 * a collapsible text; the lines of others are taken out and their text stays.
 */
export function convertContainers(source: SourceText, file: string, losses: Loss[]): SourceText {
  let current = source;
  // The innermost first: what is made of them is then quoted by those around them, line by line.
  for (;;) {
    const next = convertInnermost(current, file, losses);
    if (next === current) return current;
    current = next;
  }
}

function convertInnermost(source: SourceText, file: string, losses: Loss[]): SourceText {
  const { text } = source;
  if (!/^[ \t>]*:::/m.test(text)) return source;
  const isCode = codeFinder(parseMarkdown(text, 'md'));
  const edits = new Edits();
  let open: Container | undefined;
  for (const match of text.matchAll(/^((?:[ \t]|> ?)*)(:{3,})[ \t]*([A-Za-z][\w-]*)?[ \t]*(.*)$/gm)) {
    const [line, indent = '', , name, rest = ''] = match;
    const start = match.index + indent.length;
    if (isCode(start)) continue;
    const end = match.index + line.length;
    if (name) open = { start, end, name: name.toLowerCase(), title: titleOf(rest) };
    else if (rest.trim() === '' && open) {
      convert(open, { start, end });
      open = undefined;
    }
  }
  if (open) {
    losses.push(
      lossAt(open, `The container \`${open.name}\` is never closed; it is closed at the end of the file.`),
    );
    convert(open, { start: text.length, end: text.length });
  }
  return edits.apply(source);

  function convert(container: Container, close: { start: number; end: number }): void {
    const { name, title } = container;
    const kind = calloutKind(name);
    if (kind) {
      frameAsCallout(text, { open: container, close }, kind, title, edits);
    } else if (name === 'details') {
      edits.replace(container.start, container.end, `<details>\n<summary>${title || 'Details'}</summary>\n`);
      edits.replace(close.start, close.end, '\n</details>');
    } else {
      edits.replace(...spanToRemove(text, container.start, container.end), '');
      edits.replace(...spanToRemove(text, close.start, close.end), '');
      if (name === 'v-pre' || name === 'raw') return;
      const isKnown = PLAIN.has(name) ? '' : ', which is not known here,';
      losses.push(lossAt(container, `Of the container \`${name}\`${isKnown} only the text stays.`));
    }
  }

  function lossAt({ start }: Container, message: string): Loss {
    return { kind: 'markup', file, line: lineAt(source, start), message };
  }
}

/** `Title`, `[Title]` and `{title="Title"}` all name a title. */
function titleOf(rest: string): string {
  const named = /\{[^}]*\btitle="([^"]*)"[^}]*\}/.exec(rest)?.[1];
  return (named ?? rest.replace(/\{[^}]*\}/, '').replace(/^\[(.*)\]$/, '$1')).trim();
}

/** Attributes that kramdown puts on a line of their own: `{: .note }` makes a callout of the block it belongs to. */
export function convertAttributeLines(source: SourceText, file: string, losses: Loss[]): SourceText {
  const { text } = source;
  if (!/^[ \t]*\{:/m.test(text)) return source;
  const isCode = codeFinder(parseMarkdown(text, 'md'));
  const edits = new Edits();
  for (const match of text.matchAll(/^[ \t]*\{:([^}\n]*)\}[ \t]*(?:\n|$)/gm)) {
    const start = match.index;
    if (isCode(start + match[0].indexOf('{'))) continue;
    const end = start + match[0].length;
    edits.replace(start, end, '');
    const kind = [...(match[1] ?? '').matchAll(/\.([\w-]+)/g)]
      .map(([, name]) => calloutKind(name))
      .find(Boolean);
    if (!kind) {
      if ((match[1] ?? '').trim() === 'toc') continue;
      const message = `The attributes \`${match[0].trim()}\` are left out.`;
      losses.push({ kind: 'markup', file, line: lineAt(source, start), message });
      continue;
    }
    const above = /(?:^|\n\n)((?:[^\n]+\n)+)$/.exec(text.slice(0, start))?.[1];
    const blockStart = above ? start - above.length : end;
    const blockEnd = above ? start : Math.max(end, blockEndAfter(text, end));
    const isQuote = text.startsWith('>', blockStart);
    edits.insert(blockStart, `> [!${kind}]\n`);
    if (isQuote) continue;
    for (let at = blockStart; at < blockEnd; at = lineEnd(text, at) + 1) edits.insert(at, '> ');
  }
  return edits.apply(source);
}

function blockEndAfter(text: string, start: number): number {
  const blank = text.slice(start).search(/\n[ \t]*(?:\n|$)/);
  return blank < 0 ? text.length : start + blank;
}
