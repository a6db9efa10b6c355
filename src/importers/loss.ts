/** What a loss is about, in the order in which reports list them. */
export const LOSS_KINDS = ['file', 'address', 'markup', 'link', 'image', 'frontmatter'] as const;

/** Something of the source that could not be carried over, or not as it was. */
export interface Loss {
  kind: (typeof LOSS_KINDS)[number];
  /** Path inside the folder that is imported, with `/` on every system. */
  file: string;
  /** First line is 1. */
  line: number;
  /** What it was and what became of it, in one sentence. E.g. `The shortcode \`toc\` is left out.` */
  message: string;
}

/** Orders losses by kind, then by place. */
export function byKind(a: Loss, b: Loss): number {
  return (
    LOSS_KINDS.indexOf(a.kind) - LOSS_KINDS.indexOf(b.kind) ||
    (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)
  );
}
