import { parse } from 'yaml';
import { revisionOf } from '../core/revision.ts';
import type { KnownText } from '../core/series/text-versions.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { MarkdownMistake, readOutline } from './outline.ts';
import { textOf } from './text-file.ts';

/** Larger files could not be published. */
const MAX_BYTES = 1_000_000;

/**
 * The words of an article as its file was once. Only the title of its frontmatter counts: the rest may follow rules
 * that have changed since.
 *
 * @param path where the file stood, which tells Markdown from MDX
 * @returns `undefined` where nothing could be published from it: without a title, or with MDX that does not compile
 */
export function oldText(bytes: Buffer, path: string): KnownText | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  const { yaml, body, bodyLine } = splitFrontmatter(textOf(bytes).text);
  const title = yaml === undefined ? undefined : titleIn(yaml);
  if (title === undefined) return undefined;
  try {
    const { sections } = readOutline(body, path.endsWith('.mdx') ? 'mdx' : 'md', bodyLine);
    return { title, sections, revision: revisionOf(title, sections) };
  } catch (error) {
    if (error instanceof MarkdownMistake) return undefined;
    throw error;
  }
}

function titleIn(yaml: string): string | undefined {
  try {
    const frontmatter: unknown = parse(yaml, { logLevel: 'silent' });
    const title = (frontmatter as { title?: unknown } | null)?.title;
    return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
  } catch {
    return undefined;
  }
}
