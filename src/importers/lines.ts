/** Offset of the first character of the line that holds an offset. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the line's end, before its `\n`. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/**
 * What to take out so that no gap stays where a piece of text was: the piece itself, or, where it stands alone on its
 * lines, those lines and one of the blank lines around them.
 */
export function spanToRemove(text: string, start: number, end: number): [start: number, end: number] {
  const [first, last] = [lineStart(text, start), lineEnd(text, end)];
  if (`${text.slice(first, start)}${text.slice(end, last)}`.trim() !== '') return [start, end];
  const next = Math.min(last + 1, text.length);
  const isBlankBefore = first === 0 || /(^|\n)[ \t]*\n$/.test(text.slice(0, first));
  const blank = isBlankBefore ? /^[ \t]*\n/.exec(text.slice(next))?.[0] : undefined;
  return [first, next + (blank?.length ?? 0)];
}
