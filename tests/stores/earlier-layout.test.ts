import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS } from '../../src/stores/migrations.ts';
import { openStore } from '../../src/stores/open.ts';
import { connectSqlite } from '../../src/stores/sqlite-store.ts';
import { answers, uuid, vote } from './submissions.ts';

const NINE = new Date('2026-03-01T09:00:00Z');

async function newPlace(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kundig-earlier-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'feedback.db');
}

test('a database of before votes knew their search keeps its votes and takes new ones', async () => {
  const place = await newPlace();
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

test('a database of before answers knew their wordings keeps its answers and takes new ones', async () => {
  const place = await newPlace();
  const earlier = connectSqlite(place, 0, MIGRATIONS.slice(0, 3));
  const { id, locale, answers: given } = answers(1);
  earlier
    .prepare('INSERT INTO answers (id, received, locale, answers) VALUES (?, ?, ?, ?)')
    .run(id, NINE.getTime(), locale, JSON.stringify(given));
  earlier.prepare('INSERT INTO answers (id, received) VALUES (?, ?)').run(uuid(2), NINE.getTime());
  earlier.close();

  const store = await openStore(place);
  const wordings = { nps: '0123abcd' };
  expect(await store.addAnswers(answers(2, { wordings }), NINE)).toBe('duplicate');
  expect(await store.addAnswers(answers(3, { wordings }), NINE)).toBe('stored');
  expect(await Array.fromAsync(store.submissions())).toStrictEqual([
    { type: 'answers', ...answers(1), received: NINE },
    { type: 'answers', ...answers(3, { wordings }), received: NINE },
  ]);
  await store.close();
});

test('the database itself refuses a withdrawn sheet that keeps its wordings', async () => {
  const place = await newPlace();
  await (await openStore(place)).close();
  const database = connectSqlite(place, 0);
  onTestFinished(() => database.close());
  const add = database.prepare(
    'INSERT INTO answers (id, received, locale, answers, wordings) VALUES (?, 0, ?, ?, ?)',
  );
  add.run(uuid(1), 'de', '{}', '{}');
  expect(() => add.run(uuid(2), null, null, '{}')).toThrow(
    'CHECK constraint failed: no_wordings_of_withdrawn',
  );
});
