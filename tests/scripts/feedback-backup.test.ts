import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { oldBackups } from '../../scripts/feedback/old-backups.ts';
import { barText } from '../../scripts/progress-bar.ts';
import { openStore } from '../../src/stores/open.ts';
import type { SqlStore } from '../../src/stores/sql-store.ts';
import { aFolder } from '../readers/a-repository.ts';
import { everyRow, fillStore, fillWithViews } from '../stores/every-row.ts';
import { usePostgres } from '../stores/postgres-server.ts';
import { uuid, vote } from '../stores/submissions.ts';
import { runScript } from './run-script.ts';

const AT = new Date('2026-03-01T09:00:00.001Z');
const server = usePostgres();

const feedback = (...args: string[]) => runScript('feedback', ...args);

function aPlace(): string {
  return path.join(aFolder(), 'data', 'feedback.db');
}

async function opened(place: string): Promise<SqlStore> {
  const store = await openStore(place);
  onTestFinished(() => store.close());
  return store;
}

test.each([
  ['PostgreSQL', () => server.newPlace()],
  ['SQLite', async () => aPlace()],
])('a backup of %s while votes come in holds all up to one moment, and comes back', async (_, newPlace) => {
  const place = await newPlace();
  const store = await opened(place);
  await fillWithViews(store, 5000);
  await store.secret('receipts');
  const file = path.join(aFolder(), 'backup.db');
  let isDone = false;
  const backup = feedback('backup', file, '--database', place).finally(() => {
    isDone = true;
  });
  let acknowledged = 0;
  // One after the other, so that a backup as of one moment holds the first so many.
  for (; !isDone; acknowledged += 1) await store.addVote(vote(acknowledged), AT);
  expect(await backup).toMatchObject({ code: 0, stderr: '' });

  const { votes, signals } = await everyRow(await opened(file));
  expect(signals).toHaveLength(5000);
  expect(votes.map(({ id }) => id)).toEqual(votes.map((_, number) => uuid(number)));
  expect(votes.length).toBeLessThanOrEqual(acknowledged);
  expect(acknowledged).toBeGreaterThan(0);

  const other = await newPlace();
  expect(await feedback('restore', file, '--database', other)).toEqual({
    code: 0,
    stdout: `Restored ${new Intl.NumberFormat('en').format(votes.length)} votes, 0 answers to the survey and 5,000 signals.\n`,
    stderr: '',
  });
  expect(await everyRow(await opened(other))).toStrictEqual(await everyRow(await opened(file)));
});

test('backups that are older than so many are deleted, and nothing else', async () => {
  const place = aPlace();
  await fillStore(await opened(place));
  const folder = path.join(aFolder(), 'backups');
  const said = [];
  for (const day of [1, 2, 3]) {
    const today = `2026-03-0${day}`;
    const file = path.join(folder, `feedback-${today}.db`);
    said.push((await feedback('backup', file, '--database', place, '--keep', '2')).stdout);
    if (day === 1)
      for (const name of ['other-2026-01-01.db', 'feedback.db']) writeFileSync(path.join(folder, name), '');
    writeFileSync(path.join(folder, 'feedback-2026-02-01.db.part'), '');
  }
  expect(said.map((text) => text.replaceAll(`${folder}${path.sep}`, ''))).toEqual([
    'Wrote feedback-2026-03-01.db: 2 votes, 1 answer to the survey and 3 signals.\n',
    'Wrote feedback-2026-03-02.db: 2 votes, 1 answer to the survey and 3 signals.\nDeleted feedback-2026-02-01.db.part.\n',
    'Wrote feedback-2026-03-03.db: 2 votes, 1 answer to the survey and 3 signals.\nDeleted feedback-2026-03-01.db.\nDeleted feedback-2026-02-01.db.part.\n',
  ]);
  expect(readdirSync(folder).sort()).toEqual([
    'feedback-2026-02-01.db.part',
    'feedback-2026-03-02.db',
    'feedback-2026-03-03.db',
    'feedback.db',
    'other-2026-01-01.db',
  ]);
});

test('a backup that fails deletes no older one, and leaves nothing half-made', async () => {
  const folder = aFolder();
  writeFileSync(path.join(folder, 'feedback-2026-03-01.db'), '');
  const place = path.join(folder, 'no.db');
  const file = path.join(folder, 'feedback-2026-03-02.db');
  expect(await feedback('backup', file, '--database', place, '--keep', '1')).toEqual({
    code: 3,
    stdout: '',
    stderr: `${place} does not exist.\nName a file that is there.\n`,
  });
  expect(readdirSync(folder)).toEqual(['feedback-2026-03-01.db']);
});

test('--keep needs a day in the name, and a count', async () => {
  const place = aPlace();
  await fillStore(await opened(place));
  const file = path.join(aFolder(), 'monday.db');
  expect(await feedback('backup', file, '--database', place, '--keep', '2')).toMatchObject({ code: 3 });
  expect(await feedback('backup', file, '--database', place, '--keep', '0')).toMatchObject({ code: 2 });
  expect(existsSync(file)).toBe(false);
});

test('old backups are told from other files by their name', () => {
  const files = [
    'b-2026-03-01.db',
    'b-2026-02-28.db',
    'b-2026-03-01.db.part',
    'b-2026-13.db',
    'c-2026-01-01.db',
  ];
  expect(oldBackups(files, 'b-2026-03-02.db', 1)).toEqual(['b-2026-02-28.db', 'b-2026-03-01.db.part']);
  expect(oldBackups(files, 'b.db', 1)).toBeUndefined();
});

test('a bar is as long as the work is done', () => {
  expect([
    barText('Copying votes', 0, 8000),
    barText('Copying votes', 2000, 8000),
    barText('x', 3, 3),
  ]).toEqual([
    'Copying votes  ░░░░░░░░░░░░░░░░░░░░░░░░  0 of 8,000',
    'Copying votes  ██████░░░░░░░░░░░░░░░░░░  2,000 of 8,000',
    'x  ████████████████████████  3 of 3',
  ]);
  expect(barText('x', 0, 0)).toBe('x  ████████████████████████  0 of 0');
});
