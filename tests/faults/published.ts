import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { readContent } from '../../src/readers/content-folder.ts';
import { articleText, writeContent } from '../content-folder.ts';

/** A help centre of which only the collector runs. */
export interface Published {
  /** Folder of the articles. */
  content: string;
  /** A folder of the test's own, for databases. */
  folder: string;
  /** What can be voted on. */
  articles: readonly { article: string; locale: string; revision: string }[];
}

/** Origin of the pages that may send to the collector. */
export const ORIGIN = 'https://help.example.com';

/** Writes a help centre of so many articles, gone after the test. */
export async function publish(count = 20): Promise<Published> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'kundig-faults-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const content = path.join(root, 'content');
  const numbers = Array.from({ length: count }, (_, number) => number);
  await writeContent(
    content,
    Object.fromEntries(
      numbers.map((number) => [`en/billing/answer-${number}.md`, articleText('', `Answer ${number}.\n`)]),
    ),
  );
  const { articles } = await readContent(content);
  return {
    content,
    folder: root,
    articles: articles.map(({ id, locale, revision }) => ({ article: id, locale, revision })),
  };
}
