import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { createReceipts } from '../../src/collector/submissions/receipts.ts';
import { openStore } from '../../src/stores/open.ts';
import type { SqlStore } from '../../src/stores/sql-store.ts';
import { contentFolder, SITE } from '../content-folder.ts';
import { aFolder } from '../readers/a-repository.ts';
import { usePostgres } from '../stores/postgres-server.ts';
import { answers, uuid, view, vote } from '../stores/submissions.ts';
import { runScript } from './run-script.ts';

const SECRET = 'the confidential complaint of one reader';
const AT = new Date('2026-03-01T09:00:00.001Z');
const server = usePostgres();

const LEFT =
  'Backups, exports and copies that were made before still hold it: delete them, or make them anew.\n';

/** A store with a vote that has a comment, and with what else there is. */
async function aStore(place = path.join(aFolder(), 'feedback.db')) {
  const store = await openStore(place);
  onTestFinished(() => store.close());
  await store.addVote(vote(1), AT);
  await store.changeVote(uuid(1), { comment: SECRET }, AT);
  await store.addVote(vote(2, { article: 'other' }), AT);
  await store.addAnswers(answers(1, { answers: { more: SECRET } }), AT);
  await store.addSignals([view(3)], new Date('2025-03-01T09:00:00.001Z'));
  return {
    store,
    erase: (...args: string[]) => runScript('feedback', 'erase', ...args, '--database', place),
    place,
  };
}

async function idsIn(store: SqlStore): Promise<string[]> {
  return (await Array.fromAsync(store.submissions())).map(
    ({ type, id }) => `${type} ${Number(id.slice(-4))}`,
  );
}

/** What the files of a database hold, deleted or not. */
function bytesOf(place: string): string {
  return ['', '-wal'].map((end) => readFileSync(`${place}${end}`, 'latin1')).join('');
}

test.each([
  ['SQLite', async () => undefined, LEFT],
  [
    'PostgreSQL',
    () => server.newPlace(),
    `PostgreSQL keeps erased rows in its files until autovacuum has made room of them and the room is used again; VACUUM FULL rewrites the tables at once.\n${LEFT}`,
  ],
])(
  'a receipt finds and erases what its reader sent, and nothing else, in %s',
  { timeout: 120_000 },
  async (_, newPlace, left) => {
    const { store, erase } = await aStore(await newPlace());
    const receipts = createReceipts(() => store.secret('receipts'));
    // The sheet has the same id as the vote, and keeps it.
    expect(await erase('--receipt', await receipts.of('vote', uuid(1)), '--yes')).toEqual({
      code: 0,
      stdout: `To be erased: 1 vote, 0 answers to the survey and 0 signals.\nErased 1 submission.\n${left}`,
      stderr: '',
    });
    expect(await idsIn(store)).toEqual(['vote 2', 'answers 1', 'signal 3']);
    expect(await store.addVote(vote(1), AT)).toBe('duplicate');
    expect(await erase('--receipt', await receipts.of('vote', uuid(1)), '--yes')).toEqual({
      code: 1,
      stdout: 'There is nothing to erase.\n',
      stderr: '',
    });
    await erase('--receipt', await receipts.of('answers', uuid(1)), '--yes');
    expect(await idsIn(store)).toEqual(['vote 2', 'signal 3']);
  },
);

test('nothing that was erased can be read from the files, while a collector has them open', async () => {
  const { store, erase, place } = await aStore();
  expect(bytesOf(place)).toContain(SECRET);
  expect((await erase('--article', 'billing/refund', '--yes')).stdout).toBe(
    `To be erased: 1 vote, 0 answers to the survey and 1 signal.\nErased 2 submissions.\n${LEFT}`,
  );
  expect(await idsIn(store)).toEqual(['vote 2', 'answers 1']);
  expect((await erase('--id', uuid(1), '--yes')).code).toBe(0);
  expect(bytesOf(place)).not.toContain(SECRET);
});

test('while another program reads, it is said that old pages remain', async () => {
  const { erase, place } = await aStore();
  const reader = new DatabaseSync(place, { readOnly: true });
  onTestFinished(() => reader.close());
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM votes').get();
  const { code, stdout } = await erase('--id', uuid(1), '--yes');
  expect(code).toBe(1);
  expect(stdout).toContain(
    `Erased 2 submissions.\nAnother program was reading, so old pages are still in ${place}-wal.`,
  );
});

test('age is counted in whole days, from an option or from the settings of the site', async () => {
  const { store, erase } = await aStore();
  const today = ['--today', '2026-03-02', '--yes'];
  const content = await contentFolder({ 'site.yaml': `${SITE}feedback: { keep: 1 day }\n` });
  expect((await erase('--older-than', '1 year', ...today)).stdout).toBe(
    `To be erased: 0 votes, 0 answers to the survey and 1 signal.\nErased 1 submission.\n${LEFT}`,
  );
  expect((await erase('--expired', '--content', content, ...today)).stdout).toBe(
    'There is nothing to erase.\n',
  );
  expect(await idsIn(store)).toHaveLength(3);
  expect((await erase('--expired', '--content', content, '--today', '2026-03-03', '--yes')).code).toBe(0);
  expect(await idsIn(store)).toEqual([]);
});

test('nothing is erased unless it is said what, and that it is wanted', async () => {
  const { store, erase } = await aStore();
  expect(await erase('--article', 'other')).toEqual({
    code: 2,
    stdout: 'To be erased: 1 vote, 0 answers to the survey and 0 signals.\n',
    stderr: 'Nothing was erased. Say --yes to erase without being asked.\n',
  });
  for (const wrong of [[], ['--article', 'other', '--expired'], ['--older-than', 'a while']]) {
    expect(await erase(...wrong, '--yes')).toMatchObject({ code: 2, stdout: '' });
  }
  expect(await idsIn(store)).toHaveLength(4);
});
