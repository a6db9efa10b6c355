/** What in Markdown is no prose: code, tags, addresses, braces, and the marks of tables and callouts. */
const NO_PROSE =
  /^[ \t]*(?:`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*(?:`{3,}|~{3,})[ \t]*$|^(?: {4,}|\t).*$|^(?:import|export) .*$|`+[^`\n]+`+|\]\([^)\n]*\)|^\[[^\]\n]+\]:.*$|<[^>\n]*>|\{[^}\n]*\}|https?:\S+|\S+@\S+|&\w+;|^\|[-: |]+\|$|\[![A-Z]+\]|^:::.*$|\]\[[^\]\n]*\]|\S*[/\\_=]\S*/gm;

/** All places in the prose of a Markdown text where an expression is found. */
export function foundInProse(text: string, expression: RegExp): RegExpExecArray[] {
  // As long as before, so that places stay where they are.
  const prose = text.replace(NO_PROSE, (stretch) => stretch.replace(/[^\n]/g, '\u0000'));
  return [...prose.matchAll(new RegExp(expression.source, `${expression.flags.replace('g', '')}g`))];
}

/** Code in fences and between backticks. */
export function foundInCode(text: string, expression: RegExp): RegExpExecArray[] {
  const code = /^[ \t]*`{3,}[^\n]*\n([\s\S]*?)^[ \t]*`{3,}[ \t]*$|`([^`\n]+)`/gm;
  let kept = '';
  for (const { 0: all, 1: block, 2: span, index } of text.matchAll(code)) {
    const inner = block ?? span ?? '';
    const start = index + all.indexOf(inner, block === undefined ? 0 : all.indexOf('\n'));
    kept += `${text.slice(kept.length, start).replace(/[^\n]/g, '\u0000')}${inner}`;
  }
  return [...kept.matchAll(new RegExp(expression.source, `${expression.flags.replace('g', '')}g`))];
}

/** Paragraphs of prose without any marks at their beginning. */
export function paragraphs(text: string): RegExpExecArray[] {
  return [
    ...text.matchAll(
      /(?<=^|\n\n)(?![ \t]|[-*+#>|<`~[{:!]|\d+[.)]|import|export)[^\n]+(?:\n(?!\n)[^\n]+)*(?=\n\n|\n?$)/g,
    ),
  ];
}

/** Items of lists that are one line each, side by side. */
export function listsOf(text: string): { items: string[]; index: number; all: string }[] {
  return [...text.matchAll(/(?:^(?:[-*]|\d+\.) [^\n]+\n){2,}(?![ \t])/gm)].map(({ 0: all, index }) => ({
    all,
    index,
    items: all.trimEnd().split('\n'),
  }));
}
