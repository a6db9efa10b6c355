import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as pagefind from 'pagefind';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { readContent } from '../../src/readers/content-folder.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { findArticles } from '../../src/search/find-articles.ts';
import { openIndex } from '../../src/search/open-index.ts';
import { contentFolder } from '../content-folder.ts';

afterAll(() => pagefind.close());

test('a language without articles has an index that finds nothing', async () => {
  const content = await readContent(await contentFolder({}));
  const dist = await mkdtemp(path.join(os.tmpdir(), 'kundig-index-'));
  onTestFinished(() => rm(dist, { recursive: true }));
  for (const file of await buildIndex(content, [])) {
    const target = path.join(dist, 'pagefind', file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
  const engine = await openIndex(dist, 'http://127.0.0.1:9', 'en');
  expect(await findArticles(engine, 'refund')).toEqual([]);
});
