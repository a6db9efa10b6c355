import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { manySheets, manySubmissions } from '../../bench/many-submissions.ts';
import { SheetReader } from '../../src/core/survey/sheet-reader.ts';
import { openStore } from '../../src/stores/open.ts';
import { connectSqlite } from '../../src/stores/sqlite-store.ts';
import { survey } from '../core/figures/submissions.ts';

test('the store of a measurement holds what it says, and every answer of its sheets counts', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-bench-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'feedback.db');
  const store = await openStore(file);
  const raw = connectSqlite(file, 5000);
  const article = `'category-' || (r % 7) || '/article-' || (r % 70)`;
  for (const statement of [...manySubmissions(50, article), manySheets(40, survey, article)])
    raw.exec(statement);
  raw.close();

  const counts: Record<string, number> = {};
  const reader = new SheetReader(survey, ['en', 'de']);
  // Four readers in five write nothing.
  const asked = survey.questions.filter(({ kind }) => kind !== 'text');
  for await (const submission of store.submissions()) {
    const kind = submission.type === 'signal' ? submission.kind : submission.type;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (submission.type !== 'answers') continue;
    expect(submission.article).toMatch(/^category-\d\/article-\d+$/);
    expect([...reader.read(submission).keys()].filter(({ kind }) => kind !== 'text')).toEqual(asked);
    expect(reader.earlier(submission)).toEqual([]);
  }
  await store.close();
  expect(counts).toEqual({ vote: 50, answers: 40, view: 50, search: 10, open: 5 });
});
