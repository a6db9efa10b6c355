import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { readContent } from '../../src/readers/content-folder.ts';
import { findArticles } from '../../src/search/find-articles.ts';
import { openIndex } from '../../src/search/open-index.ts';
import { startHelpCentre } from './help-centre.ts';

test('every golden query of the sample brings its article up', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-queries-'));
  const dist = inject('dist');
  const program = await startHelpCentre({
    content: 'content',
    dist,
    database: path.join(folder, 'feedback.db'),
  });
  const { queries } = await readContent('content');
  const missed: string[] = [];
  for (const { query, locale, article, top } of queries) {
    const results = await findArticles(await openIndex(dist, program.address, locale), query);
    const place = results.findIndex((result) => result.article === article) + 1;
    if (place < 1 || place > top)
      missed.push(`${locale} "${query}": ${article} stands at ${place || 'no place'}`);
  }
  await program.stop();
  await rm(folder, { recursive: true, force: true });
  expect(queries.length).toBeGreaterThan(50);
  expect(missed).toEqual([]);
});
