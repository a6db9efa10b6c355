/** A piece of a text: code, without its backquotes, or prose. */
export interface Span {
  text: string;
  isCode: boolean;
}

/**
 * The pieces of a text in which what stands in backquotes is code, as in the messages of findings. Backquotes that
 * enclose nothing, or stand several in a row, are prose.
 *
 * @example codeSpans('Set `draft` to false.') // [{ text: 'Set ', … }, { text: 'draft', isCode: true }, …]
 */
export function codeSpans(text: string): Span[] {
  return text
    .split(/(?<!`)`([^`]*[^`\s][^`]*)`(?!`)/)
    .map((part, index) => ({ text: part, isCode: index % 2 === 1 }))
    .filter((span) => span.text !== '');
}
