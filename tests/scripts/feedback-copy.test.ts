import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/stores/open.ts';
import type { SqlStore } from '../../src/stores/sql-store.ts';
import { aFolder } from '../readers/a-repository.ts';
import { everyRow, fillStore, fillWithViews } from '../stores/every-row.ts';
import { usePostgres } from '../stores/postgres-server.ts';
import { view, vote } from '../stores/submissions.ts';
import { runScript } from './run-script.ts';

const AT = new Date('2026-03-01T09:00:00.001Z');
const server = usePostgres();

const copy = (...args: string[]) => runScript('feedback', 'copy', ...args);

function aPlace(): string {
  return path.join(aFolder(), 'data', 'feedback.db');
}

async function opened(place: string): Promise<SqlStore> {
  const store = await openStore(place);
  onTestFinished(() => store.close());
  return store;
}

/** Begins a copy, kills it as soon as so many rows have arrived, and waits until it is gone. */
async function killedCopy(from: string, to: string, target: SqlStore, rows: number): Promise<void> {
  const script = path.resolve(import.meta.dirname, '../../scripts/feedback.ts');
  const child: ChildProcess = spawn(process.execPath, [script, 'copy', from, to], { stdio: 'ignore' });
  const gone = once(child, 'exit');
  while (child.exitCode === null && (await target.rows.counts()).signals.kept < rows) await setImmediate();
  child.kill('SIGKILL');
  await gone;
}

test('a store goes to PostgreSQL and back, with every row and every secret', async () => {
  const [first, second, third] = [aPlace(), await server.newPlace(), aPlace()];
  const store = await opened(first);
  await fillStore(store);
  const before = await everyRow(store);

  expect(await copy(first, second)).toEqual({
    code: 0,
    stdout: `                   from  to
votes                 2   2
votes withdrawn       1   1
answers               1   1
answers withdrawn     1   1
signals               3   3

Wrote 8 rows.
Everything was copied.
`,
    stderr: '',
  });
  expect((await copy(second, third)).code).toBe(0);
  expect(await everyRow(await opened(second))).toStrictEqual(before);
  expect(await everyRow(await opened(third))).toStrictEqual(before);
  expect((await copy(second, third)).stdout).toContain('\nWrote 0 rows.\nEverything was copied.\n');
});

test.each([
  ['PostgreSQL', () => server.newPlace()],
  ['SQLite', async () => aPlace()],
])('a copy to %s that is killed at any moment goes on when it is made again', async (_, newPlace) => {
  const from = aPlace();
  const to = await newPlace();
  const source = await opened(from);
  await fillStore(source);
  await fillWithViews(source, 12_000);
  const target = await opened(to);
  for (const rows of [1, 4000, 9000]) await killedCopy(from, to, target, rows);
  const left = await target.rows.counts();
  expect(left.votes.kept).toBe(2);
  expect(left.signals.kept).toBeGreaterThanOrEqual(4000);

  const { code, stdout } = await copy(from, to);
  expect(code).toBe(0);
  expect(stdout).toContain('Everything was copied.');
  expect(await everyRow(target)).toStrictEqual(await everyRow(source));
});

test('what only the other place holds is neither lost nor mixed in unasked', async () => {
  const [from, to] = [aPlace(), aPlace()];
  await (await opened(from)).addVote(vote(1), AT);
  const target = await opened(to);
  await target.addVote(vote(2), AT);

  expect(await copy(from, to)).toMatchObject({
    code: 3,
    stdout: '',
    stderr: expect.stringContaining('--others keep, or --others delete'),
  });
  expect(await copy(from, to, '--others', 'keep')).toMatchObject({ code: 0, stderr: '' });
  expect((await target.rows.counts()).votes.kept).toBe(2);
  expect((await copy(from, to, '--others', 'delete')).stdout).toContain('Wrote 0 rows and deleted 1 row.\n');
  expect((await target.rows.counts()).votes.kept).toBe(1);
});

test('two places that differ after a copy are told, with the exit code for findings', async () => {
  const [from, to] = [aPlace(), aPlace()];
  const source = await opened(from);
  await source.addVote(vote(1), AT);
  await copy(from, to);
  await (await opened(to)).withdrawVote(vote(1).id);
  const { code, stdout } = await copy(from, to);
  expect(code).toBe(1);
  expect(stdout).toBe(`                 from  to
votes               1   0
votes withdrawn     0   1

Wrote 0 rows.
The two differ. One of them is taking submissions, or took some since it was copied to: run the same command again when no collector runs on them.
`);
});

test('a place is not copied into itself, however it is written', async () => {
  const from = aPlace();
  const store = await opened(from);
  await store.addSignals([view(1)], AT);
  const link = path.join(aFolder(), 'link.db');
  symlinkSync(from, link);
  mkdirSync(path.join(path.dirname(from), 'sub'));
  const again = `${path.dirname(from)}/sub/../feedback.db`;
  const address = await server.newPlace();
  await (await opened(address)).addVote(vote(1), AT);
  const pairs = [
    [from, from],
    [from, link],
    [from, again],
    [address, address.replace('postgres://', 'postgresql://').replace('127.0.0.1', 'localhost')],
  ] as const;
  for (const [one, other] of pairs) {
    expect(await copy(one, other)).toEqual({
      code: 3,
      stdout: '',
      stderr: 'Both places are the same database.\nName another place to copy to.\n',
    });
  }
});

test('a place that is not there is not made by copying from it', async () => {
  const [from, to] = [aPlace(), aPlace()];
  expect(await copy(from, to)).toMatchObject({ code: 3, stdout: '' });
  expect([from, to].map((place) => existsSync(place))).toEqual([false, false]);
});
