import { parse } from 'yaml';
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
}

/**
 * The words of an article as its file was once. Of its frontmatter only the title and the review count: the rest may
 * follow rules that have changed since.
 *
 * @param path where the file stood, which tells Markdown from MDX
 * @returns `undefined` where nothing could be published from it: without a title, or with MDX that does not compile
 */
export function oldText(bytes: Buffer, path: string): OldText | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  const { yaml, body, bodyLine } = splitFrontmatter(textOf(bytes).text);
  const { title, reviewed } = frontmatterIn(yaml ?? '');
  if (typeof title !== 'string' || title.trim() === '') return undefined;
  try {
    const { sections } = readOutline(body, path.endsWith('.mdx') ? 'mdx' : 'md', bodyLine);
    return {
      title: title.trim(),
      sections,
      revision: revisionOf(title, sections),
      ...(typeof reviewed === 'string' && isDay(reviewed) && { reviewed }),
    };
  } catch (error) {
    if (error instanceof MarkdownMistake) return undefined;
    throw error;
  }
}

function frontmatterIn(yaml: string): { title?: unknown; reviewed?: unknown } {
  try {
    return parse(yaml, { logLevel: 'silent' }) ?? {};
  } catch {
    return {};
  }
}
