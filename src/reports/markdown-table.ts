/** A column of a table; numbers stand to the right. */
export interface Column {
  title: string;
  isNumber?: boolean;
}

/**
 * A table in GitHub Flavored Markdown.
 *
 * @param rows cells that are Markdown already, each in one line
 * @example markdownTable([{ title: 'Votes', isNumber: true }], [['12']])
 */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ isNumber }) => (isNumber ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

/** An upright line would end the cell, in code as well. */
function inCell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, '\\|');
}
