import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectSqlite, openSqliteStore } from '../../src/stores/sqlite-store.ts';
import { uuid, vote } from './submissions.ts';

const NOW = new Date('2026-03-01T09:00:00Z');

async function makeFile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kundig-log-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return path.join(folder, 'feedback.db');
}

test('what is deleted for its age leaves the files, with nothing else coming in', async () => {
  const file = await makeFile();
  const store = await openSqliteStore(file);
  await store.addVote(vote(1, { article: 'only/in-here' }), NOW);
  const found = () =>
    ['', '-wal'].filter((end) => readFileSync(`${file}${end}`, 'latin1').includes('only/in-here'));
  expect(found()).not.toEqual([]);
  expect(await store.deleteBefore(new Date(NOW.getTime() + 1))).toBe(1);
  expect(found()).toEqual([]);
  await store.close();
});

test('what a reader withdrew while somebody was reading leaves the log with the next vote', async () => {
  const file = await makeFile();
  const store = await openSqliteStore(file);
  await store.addVote(vote(1), NOW);
  const reader = connectSqlite(file, 0);
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM votes').get();
  expect(await store.withdrawVote(uuid(1))).toBe(true);
  reader.exec('ROLLBACK');
  reader.close();
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
  await store.addVote(vote(2), NOW);
  expect(statSync(`${file}-wal`).size).toBe(0);
  await store.close();
});
