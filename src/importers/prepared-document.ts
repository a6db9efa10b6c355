import type { Root } from 'mdast';
import type { Day } from '../core/calendar.ts';
import { convertAttributeLines, convertContainers } from './containers.ts';
import type { SourceDocument } from './document.ts';
import { type MappedFrontmatter, mapFrontmatter } from './frontmatter-mapping.ts';
import { leadingHeading } from './headings.ts';
import { removeLeftovers } from './leftovers.ts';
import type { Loss } from './loss.ts';
import { parseMarkdown } from './markdown-tree.ts';
import { convertMdx } from './mdx.ts';
import { convertShortcodes } from './shortcodes.ts';
import type { SourceText } from './source-text.ts';

/** A document whose text is Markdown as our pages know it; its headings and targets are still those of the source. */
export interface PreparedDocument {
  document: SourceDocument;
  mapped: MappedFrontmatter;
  format: 'md' | 'mdx';
  body: SourceText;
  tree: Root;
  /** Title that the text begins with, if it begins with a heading of the first order. */
  heading?: string;
}

/** Translates the front matter and the markup of one document; what cannot be read as MDX is a loss as a whole. */
export function prepareDocument(
  document: SourceDocument,
  today: Day,
  losses: Loss[],
): PreparedDocument | undefined {
  const { file } = document;
  const { mapped, losses: unmapped } = mapFrontmatter(document, today);
  losses.push(...unmapped);
  let body = convertShortcodes(document.body, file, losses);
  body = convertContainers(body, file, losses);
  body = convertAttributeLines(body, file, losses);
  let format: 'md' | 'mdx' = 'md';
  const isProgram = /^import\s.+\sfrom\s+['"][^'"]+['"];?\s*$/m.test(body.text);
  if (document.format === 'mdx' || isProgram) {
    const converted = convertMdx(body, file, losses);
    if (converted) ({ source: body, format } = converted);
    else if (document.format === 'mdx') {
      const message = 'The MDX is not well-formed, so the file is left out: mend it and import again.';
      losses.push({ kind: 'file', file, line: 1, message });
      return undefined;
    }
  }
  let tree = parseMarkdown(body.text, format);
  if (format === 'md') {
    const cleaned = removeLeftovers(body, tree, file, losses);
    if (cleaned !== body) tree = parseMarkdown(cleaned.text, format);
    body = cleaned;
  }
  return { document, mapped, format, body, tree, heading: leadingHeading(tree) };
}
