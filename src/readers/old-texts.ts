import { parse } from 'yaml';
import type { Section } from '../core/article.ts';
import { type Day, isDay } from '../core/calendar.ts';
import { revisionOf } from '../core/revision.ts';
import type { KnownText } from '../core/series/text-versions.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { MarkdownMistake, readOutline } from './outline.ts';
import { textOf } from './text-file.ts';

/** Larger files could not be published. */
const MAX_BYTES = 1_000_000;

/** An article as it was once. */
export interface OldText extends KnownText {
  /** Day of its last review at that time. */
  reviewed?: Day;
  /** What it was read from; missing for the present text. */
  source?: { yaml: string; body: string; format: 'md' | 'mdx' };
}

/**
 * The words of an article as its file was once. Of its frontmatter only the title and the review count: the rest may
 * follow rules that have changed since.
 *
 * @param path where the file stood, which tells Markdown from MDX
 * @param neighbour another text of the article. Most edits leave one half of the file as it was, which then need not
 *   be read again.
 * @param known words of lines, as `revisionOf` takes them
 * @returns `undefined` where nothing could be published from it: without a title, or with MDX that does not compile
 */
export function oldText(
  bytes: Buffer,
  path: string,
  neighbour?: OldText,
  known?: Map<string, string>,
): OldText | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  const { yaml = '', body } = splitFrontmatter(textOf(bytes).text);
  const format = path.endsWith('.mdx') ? 'mdx' : 'md';
  const { source } = neighbour ?? {};
  const frontmatter = neighbour && source?.yaml === yaml ? neighbour : frontmatterIn(yaml);
  if (!frontmatter) return undefined;
  const { title, reviewed } = frontmatter;
  const isSameBody = source?.body === body && source.format === format;
  const sections = neighbour && isSameBody ? neighbour.sections : sectionsOf(body, format);
  if (!sections) return undefined;
  return {
    title,
    sections,
    revision: revisionOf(title, sections, known),
    ...(reviewed && { reviewed }),
    source: { yaml, body, format },
  };
}

function sectionsOf(body: string, format: 'md' | 'mdx'): Section[] | undefined {
  try {
    return readOutline(body, format).sections;
  } catch (error) {
    if (error instanceof MarkdownMistake) return undefined;
    throw error;
  }
}

function frontmatterIn(yaml: string): Pick<OldText, 'title' | 'reviewed'> | undefined {
  try {
    const { title, reviewed } = parse(yaml, { logLevel: 'silent' }) ?? {};
    if (typeof title !== 'string' || title.trim() === '') return undefined;
    return {
      title: title.trim(),
      ...(typeof reviewed === 'string' && isDay(reviewed) && { reviewed }),
    };
  } catch {
    return undefined;
  }
}
