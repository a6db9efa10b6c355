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
  const indent = /[ \t]*$/.exec(text.slice(lineStart(text, open.start), open.start))?.[0] ?? '';
  const head = [`> [!${kind}]`, ...(title ? [`> **${title}**`, '>'] : [])].join(`\n${indent}`);
  const isOpenAlone = text.slice(open.end, lineEnd(text, open.end)).trim() === '';
  const isCloseAlone = text.slice(lineStart(text, close.start), close.start).trim() === '';
  const before = text.slice(0, lineStart(text, open.start));
  const needsBlank = /\S[^\n]*\n$/.test(before) && !/>[^\n]*\n$/.test(before);
  edits.replace(
    open.start,
    isOpenAlone ? lineEnd(text, open.end) : skipBlanks(text, open.end),
    `${needsBlank && indent === '' ? '\n' : ''}${head}${isOpenAlone ? '' : `\n${indent}> `}`,
  );
  const last = isCloseAlone ? lineStart(text, close.start) : close.start;
  for (let at = lineEnd(text, open.end) + 1; at > 0 && at < last; at = text.indexOf('\n', at) + 1) {
    const line = text.slice(at, lineEnd(text, at));
    const deep = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    edits.insert(at + Math.min(deep, indent.length), line.trim() ? '> ' : '>');
    if (text.indexOf('\n', at) < 0) break;
  }
  const after = text.slice(close.end, lineEnd(text, close.end)).trim();
  const next = text.slice(lineEnd(text, close.end) + 1);
  const gap = after !== '' || (next !== '' && !/^[ \t]*(\n|$)/.test(next)) ? '\n' : '';
  if (isCloseAlone) {
    const end = after ? skipBlanks(text, close.end) : Math.min(lineEnd(text, close.end) + 1, text.length);
    edits.replace(last, end, gap);
  } else {
    edits.replace(close.start, skipBlanks(text, close.end), after ? '\n\n' : gap);
  }
}

/** Offset of the first character of the line that holds an offset. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the line's end, before its `\n`. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function skipBlanks(text: string, offset: number): number {
  return offset + (/^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0);
}
