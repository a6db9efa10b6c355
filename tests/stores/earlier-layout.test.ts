import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS } from '../../src/stores/migrations.ts';
import { openStore } from '../../src/stores/open.ts';
import { connectSqlite } from '../../src/stores/sqlite-store.ts';
import { uuid, vote } from './submissions.ts';

const NINE = new Date('2026-03-01T09:00:00Z');

test('a database of before votes knew their search keeps its votes and takes new ones', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kundig-earlier-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const place = join(folder, 'feedback.db');
  const earlier = connectSqlite(place, 0, MIGRATIONS.slice(0, 1));
  const { id, article, locale, revision } = vote(1);
  earlier
    .prepare(
      `INSERT INTO votes (id, received, changed, article, locale, revision, helpful) VALUES (?, ?, ?, ?, ?, ?, 0)`,
    )
    .run(id, NINE.getTime(), NINE.getTime(), article, locale, revision);
  // Withdrawn before the change, and still as empty after it.
  earlier.prepare('INSERT INTO votes (id, received) VALUES (?, ?)').run(uuid(2), NINE.getTime());
  earlier.close();

  const store = await openStore(place);
  expect(await store.addVote(vote(2, { search: uuid(9) }), NINE)).toBe('duplicate');
  expect(await store.addVote(vote(3, { search: uuid(9) }), NINE)).toBe('stored');
  expect(await Array.fromAsync(store.submissions())).toStrictEqual([
    { type: 'vote', ...vote(1), received: NINE, changed: NINE },
    { type: 'vote', ...vote(3, { search: uuid(9) }), received: NINE, changed: NINE },
  ]);
  await store.close();
});
