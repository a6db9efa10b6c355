/** The two halves of an article's file. */
export interface SplitFile {
  /** The YAML between the two lines of `---`; `undefined` if the file does not begin with one. */
  yaml?: string;
  body: string;
  /** Line of the file on which the body begins; the first is 1. */
  bodyLine: number;
}

/** Splits a file into its frontmatter and its text. Expects `\n` line ends. */
export function splitFrontmatter(file: string): SplitFile {
  const match = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/m.exec(file);
  if (!file.startsWith('---') || match?.index !== 0) return { body: file, bodyLine: 1 };
  return {
    yaml: match[1] ?? '',
    body: file.slice(match[0].length),
    bodyLine: match[0].split('\n').length - (match[0].endsWith('\n') ? 0 : 1),
  };
}
