import { lineEnd, lineStart } from './lines.ts';
import type { Edits } from './source-text.ts';

/** GitHub's five kinds of callout, by the words with which other systems name theirs. */
const KINDS: Record<string, string> = {
  note: 'NOTE',
  info: 'NOTE',
  notice: 'NOTE',
  primary: 'NOTE',
  secondary: 'NOTE',
  abstract: 'NOTE',
  hinweis: 'NOTE',
  tip: 'TIP',
  hint: 'TIP',
  success: 'TIP',
  tipp: 'TIP',
  important: 'IMPORTANT',
  attention: 'IMPORTANT',
  wichtig: 'IMPORTANT',
  warning: 'WARNING',
  warn: 'WARNING',
  alert: 'WARNING',
  warnung: 'WARNING',
  caution: 'CAUTION',
  danger: 'CAUTION',
  error: 'CAUTION',
  critical: 'CAUTION',
  achtung: 'CAUTION',
};

/**
 * The kind of callout that a word stands for, if it stands for one.
 *
 * @example calloutKind('danger') // 'CAUTION'
 */
export function calloutKind(word: string | undefined): string | undefined {
  const plain = word?.toLowerCase() ?? '';
  return Object.hasOwn(KINDS, plain) ? KINDS[plain] : undefined;
}

/** A stretch of text between two tags that are to become the frame of a callout. */
interface Frame {
  open: { start: number; end: number };
  close: { start: number; end: number };
}

/** Makes a callout of the text between two tags; the tags may stand on lines of their own or around the text. */
export function frameAsCallout(
  text: string,
  { open, close }: Frame,
  kind: string,
  title: string,
  edits: Edits,
): void {
  const first = lineStart(text, open.start);
  const indent = /^[ \t]*/.exec(text.slice(first, open.start))?.[0] ?? '';
  const isOpenAlone = text.slice(open.end, lineEnd(text, open.end)).trim() === '';
  const isCloseAlone = text.slice(lineStart(text, close.start), close.start).trim() === '';
  const from = isOpenAlone ? withoutBlankLines(text, lineEnd(text, open.end)) : skipBlanks(text, open.end);
  const to = isCloseAlone ? lineStart(text, close.start) : close.start;
  const inside = text.slice(from, Math.max(from, to)).trimEnd();

  const lines = [`> [!${kind}]`, ...(title ? [`> **${title}**`, '>'] : [])];
  const gapBefore = indent === '' && /[^\n>][^\n]*\n$/.test(text.slice(0, first)) ? '\n' : '';
  edits.replace(
    open.start,
    from,
    `${gapBefore}${lines.join(`\n${indent}`)}\n${isOpenAlone ? '' : `${indent}> `}`,
  );
  for (
    let at = isOpenAlone ? from : lineEnd(text, from) + 1;
    at < from + inside.length;
    at = lineEnd(text, at) + 1
  ) {
    const line = text.slice(at, lineEnd(text, at));
    const depth = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    edits.insert(at + Math.min(depth, indent.length), line.trim() ? '> ' : '>');
  }
  const end = skipBlanks(text, close.end);
  const rest = text.slice(end, lineEnd(text, end));
  const next = text.slice(lineEnd(text, end) + 1);
  const gapAfter = rest !== '' ? '\n\n' : /^[ \t]*\S/.test(next) ? '\n' : '';
  edits.replace(from + inside.length, end, gapAfter);
}

/** Offset of the first line behind an end of line that is not blank. */
function withoutBlankLines(text: string, end: number): number {
  return end + (/^\n(?:[ \t]*\n)*/.exec(text.slice(end))?.[0].length ?? 0);
}

function skipBlanks(text: string, offset: number): number {
  return offset + (/^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0);
}
