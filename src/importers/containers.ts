import { calloutKind, frameAsCallout, lineEnd } from './callouts.ts';
import type { Loss } from './loss.ts';
import { codeFinder, parseMarkdown } from './markdown-tree.ts';
import { Edits, lineAt, type SourceText } from './source-text.ts';

interface Open {
  start: number;
  end: number;
  colons: number;
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
  const { text } = source;
  if (!/^[ \t>]*:::/m.test(text)) return source;
  const isCode = codeFinder(parseMarkdown(text, 'md'));
  const edits = new Edits();
  const opened: Open[] = [];
  for (const match of text.matchAll(/^([ \t]*)(:{3,})[ \t]*([A-Za-z][\w-]*)?[ \t]*(.*)$/gm)) {
    const [line, indent = '', colons = '', name, rest = ''] = match;
    const start = match.index + indent.length;
    if (isCode(start)) continue;
    const end = match.index + line.length;
    if (name) {
      opened.push({ start, end, colons: colons.length, name: name.toLowerCase(), title: titleOf(rest) });
    } else if (rest.trim() === '') {
      const open = opened.pop();
      if (open) close(open, { start, end });
    }
  }
  for (const open of opened.reverse()) {
    losses.push(
      lossAt(open, `The container \`${open.name}\` is never closed; it is closed at the end of the file.`),
    );
    close(open, { start: text.length, end: text.length });
  }
  return edits.apply(source);

  function close(open: Open, closing: { start: number; end: number }): void {
    const kind = calloutKind(open.name);
    if (kind) {
      frameAsCallout(text, { open, close: closing }, kind, open.title, edits);
      return;
    }
    if (open.name === 'details') {
      edits.replace(open.start, open.end, `<details>\n<summary>${open.title || 'Details'}</summary>\n`);
      edits.replace(closing.start, closing.end, '\n</details>');
      return;
    }
    for (const { start, end } of [open, closing]) edits.replace(start, Math.min(end + 1, text.length), '');
    if (open.name === 'v-pre' || open.name === 'raw') return;
    const what = PLAIN.has(open.name)
      ? 'its text stays, one part below the other'
      : 'is not known; its text stays';
    losses.push(lossAt(open, `The container \`${open.name}\` ${what}.`));
  }

  function lossAt({ start }: Open, message: string): Loss {
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
