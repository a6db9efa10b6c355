import { mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FeedbackStore } from '../../src/stores/feedback-store.ts';
import { MIGRATIONS } from '../../src/stores/migrations.ts';
import { openStore } from '../../src/stores/open.ts';
import { openSqliteStore } from '../../src/stores/sqlite-store.ts';
import { uuid, vote } from './submissions.ts';
import { told } from './told.ts';

const EARLIER = new Date('2026-02-01T10:00:00Z');
const NOW = new Date('2026-03-01T10:00:00Z');

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundig-running-'));
  file = join(folder, 'feedback.db');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A step that lets the database grow to so many pages: as a disk does that is full then. */
const roomFor = (pages: number) => ({
  name: 'little room',
  statements: () => [`PRAGMA max_page_count = ${pages}`],
});

const ids = async (store: FeedbackStore) => (await Array.fromAsync(store.submissions())).map(({ id }) => id);

describe('while another program writes', () => {
  test('votes wait, everything else goes on, and the votes are stored afterwards', async () => {
    const store = await openStore(file);
    const holder = new DatabaseSync(file);
    holder.exec('BEGIN IMMEDIATE');
    const votes = Promise.all([1, 2, 3].map((number) => store.addVote(vote(number), NOW)));
    let answered = false;
    void votes.finally(() => {
      answered = true;
    });
    // Longer than votes wait for each other. Had they held up the process, the lock could not be given back.
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      expect(await ids(store)).toEqual([]);
    }
    expect(answered).toBe(false);
    holder.exec('ROLLBACK');
    expect(await votes).toEqual(['stored', 'stored', 'stored']);
    holder.close();
    await store.close();
  });

  test('closing waits for the votes that wait', async () => {
    const store = await openStore(file);
    const holder = new DatabaseSync(file);
    holder.exec('BEGIN IMMEDIATE');
    const outcome = store.addVote(vote(1), NOW);
    const closed = store.close();
    holder.exec('ROLLBACK');
    await closed;
    expect(await outcome).toBe('stored');
    holder.close();
  });
});

describe('a disk that is full', () => {
  test('refuses votes, keeps every one that was acknowledged, and takes them again when there is room', async () => {
    const store = await openSqliteStore(file, { migrations: [...MIGRATIONS, roomFor(90)] });
    const stored: string[] = [];
    let refusal: string | undefined;
    const long = 'x'.repeat(500);
    for (let number = 0; !refusal; number += 20) {
      const group = Array.from({ length: 20 }, (_, n) => vote(number + n, { article: `${long}${n}` }));
      const outcomes = await Promise.allSettled(group.map((one) => store.addVote(one, EARLIER)));
      for (const [n, outcome] of outcomes.entries()) {
        if (outcome.status === 'fulfilled') stored.push(uuid(number + n));
        else refusal = await told(Promise.reject(outcome.reason));
      }
    }
    expect(refusal).toBe(`There is no room left on the disk for the feedback database ${file}.`);
    expect(await ids(store)).toEqual(stored);
    expect(await store.deleteBefore(NOW)).toBe(stored.length);
    expect(await store.addVote(vote(1), NOW)).toBe('stored');
    await store.close();
    const raw = new DatabaseSync(file);
    expect(raw.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    raw.close();
  });

  test('leaves nothing of a step to a newer layout, which can be made later', async () => {
    const [first, ...others] = MIGRATIONS;
    if (!first) throw new Error('There is no layout.');
    await (await openSqliteStore(file, { migrations: [first] })).close();
    const before = schema();
    const widening = [first, roomFor(1), { name: 'more', statements: () => ['CREATE TABLE more (a)'] }];
    expect(await told(openSqliteStore(file, { migrations: widening }))).toContain('no room left on the disk');
    expect(schema()).toEqual(before);
    const raw = new DatabaseSync(file);
    expect(raw.prepare('SELECT version FROM kundig_migrations').all()).toEqual([
      { version: 1 },
      { version: 2 },
    ]);
    raw.exec('DELETE FROM kundig_migrations WHERE version > 1');
    raw.close();
    const store = await openSqliteStore(file, { migrations: [first, ...others] });
    expect(await store.addVote(vote(1), NOW)).toBe('stored');
    await store.close();
  });

  function schema() {
    const raw = new DatabaseSync(file);
    const found = raw.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
    raw.close();
    return found;
  }
});

describe('a database whose file goes away', () => {
  test.each(['feedback.db', 'feedback.db-wal'])(
    'takes no vote without %s, and does when it is back',
    async (name) => {
      const store = await openStore(file);
      await store.addVote(vote(1), NOW);
      await rename(join(folder, name), join(folder, 'elsewhere'));
      expect(await told(store.addVote(vote(2), NOW))).toBe(
        `The feedback database ${file} was moved, deleted or replaced while it was in use.`,
      );
      await writeFile(join(folder, name), 'another file');
      expect(await told(store.addVote(vote(2), NOW))).toContain('moved, deleted or replaced');
      await rename(join(folder, 'elsewhere'), join(folder, name));
      expect(await store.addVote(vote(2), NOW)).toBe('stored');
      await store.close();
      const later = await openStore(file);
      expect(await ids(later)).toEqual([uuid(1), uuid(2)]);
      await later.close();
    },
  );
});

test.each<[string, (store: FeedbackStore) => Promise<unknown>]>([
  ['reading', ids],
  ['writing', (store) => store.addVote(vote(1000), NOW)],
])(
  'a database that is damaged while it runs says so, and %s works again when it is mended',
  async (_, ask) => {
    const maker = await openStore(file);
    const votes = Array.from({ length: 300 }, (_, number) => vote(number, { article: 'x'.repeat(500) }));
    await Promise.all(votes.map((one) => maker.addVote(one, NOW)));
    await maker.close();
    const whole = await readFile(file);
    const store = await openStore(file);
    await overwrite(Buffer.from(whole).fill(0xa5, 4096));
    expect(await told(ask(store))).toBe(`The feedback database ${file} is damaged.`);
    await overwrite(whole);
    await ask(store);
    expect(await store.addVote(vote(1001), NOW)).toBe('stored');
    expect(await ids(store)).toContain(uuid(1001));
    await store.close();
  },
);

/** Changes what is in the file, not which file it is. */
async function overwrite(bytes: Buffer): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(bytes, 0, bytes.length, 0);
  await handle.close();
}
