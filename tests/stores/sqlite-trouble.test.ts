import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { openStore } from '../../src/stores/open.ts';
import { connectSqlite, openSqliteStore, refuseUnsafe } from '../../src/stores/sqlite-store.ts';
import { answers, uuid, vote } from './submissions.ts';
import { told } from './told.ts';

const NOW = new Date('2026-03-01T10:00:00Z');

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundig-trouble-'));
  file = join(folder, 'feedback.db');
});

afterEach(async () => {
  await chmod(folder, 0o755);
  await rm(folder, { recursive: true, force: true });
});

/** Root may write everywhere, so these run as somebody else for as long as the work takes. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  const root = process.getuid?.() === 0;
  if (root) process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

async function makeStore(): Promise<void> {
  const store = await openStore(file);
  await store.addVote(vote(1), NOW);
  await store.close();
}

describe('a place that cannot hold a store is refused, and left as it was', () => {
  test('a folder in place of the file', async () => {
    expect(await told(openStore(folder))).toBe(`The feedback database ${folder} is a folder, not a file.`);
    expect(await readdir(folder)).toEqual([]);
  });

  test('a file in place of a folder', async () => {
    await writeFile(file, 'text');
    expect(await told(openStore(join(file, 'a', 'b.db')))).toContain('The folder of the feedback database');
    expect(await readFile(file, 'utf8')).toBe('text');
  });

  test('a name that is too long, without leaving the folders that were made for it', async () => {
    await told(openStore(join(folder, 'data', 'deep', 'x'.repeat(300))));
    expect(await readdir(folder)).toEqual([]);
  });

  test.each(['hello', 'no database '.repeat(1000)])('a file that is no database', async (content) => {
    await writeFile(file, content);
    expect(await told(openStore(file))).toBe(`${file} is not a feedback database.`);
    expect(await readFile(file, 'utf8')).toBe(content);
    expect(await readdir(folder)).toEqual(['feedback.db']);
  });

  test('a database that is damaged', async () => {
    await makeStore();
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0xa5, 100, 4096));
    expect(await told(openStore(file))).toBe(`The feedback database ${file} is damaged.`);
    expect(await readFile(file)).toEqual(bytes);
  });

  test('a database of another program', async () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE invoices (id)');
    other.close();
    const before = await readFile(file);
    expect(await told(openStore(file))).toBe(`${file} is a database of another program.`);
    expect(await readFile(file)).toEqual(before);
  });

  test('a database of a newer Kundig', async () => {
    await makeStore();
    const raw = new DatabaseSync(file);
    raw.exec("INSERT INTO kundig_migrations VALUES (99, 'later')");
    raw.close();
    expect(await told(openStore(file))).toMatch(/has layout 99, and this Kundig knows layouts up to \d+\./);
  });

  test.each(['DELETE', 'WAL'])('a file that another program has locked (%s)', async (mode) => {
    await makeStore();
    const holder = new DatabaseSync(file);
    holder.exec(`PRAGMA journal_mode = ${mode}; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE`);
    holder.exec('DELETE FROM secrets');
    const locked = `The feedback database ${file} is locked by another program.`;
    expect(await told(openSqliteStore(file, { patience: 50 }))).toBe(locked);
    holder.close();
    const store = await openStore(file);
    expect(await store.addVote(vote(1), NOW)).toBe('duplicate');
    await store.close();
  });

  test.each([
    ['that may only be read, too', 0o555],
    ['that may be written', 0o777],
  ])('a file that may only be read, in a folder %s', async (_, mode) => {
    await makeStore();
    await chmod(file, 0o444);
    await chmod(folder, mode);
    const opening = asOrdinaryUser(() => told(openStore(file)));
    expect(await opening).toBe(`The feedback database ${file} cannot be opened for writing.`);
  });

  test('a folder that may only be read', async () => {
    await chmod(folder, 0o555);
    for (const place of [file, join(folder, 'data', 'feedback.db')]) {
      const opening = asOrdinaryUser(() => told(openStore(place)));
      expect(await opening).toBe(`The feedback database ${place} cannot be opened for writing.`);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  test('a step to a newer layout that fails leaves nothing of itself, and can be made later', async () => {
    const good = { name: 'good', statements: () => ['CREATE TABLE one (a)'] };
    const bad = { name: 'bad', statements: () => ['CREATE TABLE two (a)', 'CREATE TABLE one (a)'] };
    await expect(openSqliteStore(file, { migrations: [good, bad] })).rejects.toThrow('already exists');
    const tables = (connection: DatabaseSync) =>
      connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
    const raw = new DatabaseSync(file);
    expect(tables(raw)).toMatchObject([{ name: 'kundig_migrations' }, { name: 'one' }]);
    raw.close();
    const better = { name: 'better', statements: () => ['CREATE TABLE two (a)'] };
    const store = await openSqliteStore(file, { migrations: [good, better] });
    await store.close();
    const again = connectSqlite(file, 0, [good, better]);
    expect(tables(again)).toMatchObject([{ name: 'kundig_migrations' }, { name: 'one' }, { name: 'two' }]);
    expect(again.prepare('SELECT * FROM kundig_migrations').all()).toMatchObject([
      { version: 1, name: 'good' },
      { version: 2, name: 'better' },
    ]);
    again.close();
  });
});

test('a store that is locked while it runs says so, and goes on when the lock is gone', async () => {
  const store = await openSqliteStore(file, { patience: 50 });
  const holder = new DatabaseSync(file);
  holder.exec('BEGIN IMMEDIATE');
  expect(await told(store.addVote(vote(1), NOW))).toContain('is locked by another program');
  holder.exec('ROLLBACK');
  expect(await store.addVote(vote(1), NOW)).toBe('stored');
  holder.close();
  await store.close();
});

test.each(['mysql://user@host/x', 'http://example.com/feedback.db', 'sqlite:///x.db', '', '  '])(
  'no store is kept at “%s”',
  async (place) => {
    expect(await told(openStore(place))).toMatch(/keeps no feedback at|No place is named/);
  },
);

test('a relative path, with a folder that is missing, is taken from the working directory', async () => {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const store = await openStore('file:data/x y.db');
    await store.close();
  } finally {
    process.chdir(before);
  }
  expect(await readdir(join(folder, 'file:data'))).toEqual(['x y.db']);
});

test('two stores in memory know nothing of each other', async () => {
  const [one, two] = [await openStore(':memory:'), await openStore(':memory:')];
  await one.addVote(vote(1), NOW);
  expect(await two.addVote(vote(1), NOW)).toBe('stored');
  await Promise.all([one.close(), two.close()]);
});

test.each(['3.51.2', '3.9.9', '2.99.99', '0'])('SQLite %s is refused', (version) => {
  expect(() => refuseUnsafe(version)).toThrow(UserError);
});

test.each(['3.51.3', '3.51.10', '3.52.0', '4.0.0'])('SQLite %s is taken', (version) => {
  expect(() => refuseUnsafe(version)).not.toThrow();
});

test.skipIf(process.platform === 'win32')(
  'only the account that runs Kundig can read what readers sent',
  async () => {
    const store = await openStore(file);
    await store.addVote(vote(1), NOW);
    const modes = await Promise.all(
      ['', '-wal', '-shm'].map(async (end) => (await stat(`${file}${end}`)).mode & 0o777),
    );
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    await store.close();
  },
);

test('writes are durable, deleted text is overwritten, and every table checks its types', () => {
  const connection = connectSqlite(file, 1234);
  const pragma = (name: string) => Object.values(connection.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  expect(
    ['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys', 'busy_timeout'].map(pragma),
  ).toEqual(['wal', 2, 1, 1, 1234]);
  const lax = connection.prepare(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND NOT strict",
  );
  expect(lax.all()).toEqual([]);
  connection.close();
});

test('of a withdrawn vote and withdrawn answers only the id and the time of receipt are left, also in the files', async () => {
  const store = await openStore(file);
  const words = [
    'withdrawn-comment',
    'withdrawn/article',
    'abcdefabcdef',
    'withdrawn-answer',
    'withdrawn-source',
  ];
  const [comment = '', article = '', revision = '', answer = '', source = ''] = words;
  await store.addVote(vote(1, { article, revision, level: 'expert', search: uuid(9) }), NOW);
  await store.changeVote(uuid(1), { reason: 'wrong', comment }, NOW);
  await store.addAnswers(answers(1, { source, article, level: 'expert', answers: { more: answer } }), NOW);
  const found = async () => {
    const names = await readdir(dirname(file));
    const contents = await Promise.all(names.map((name) => readFile(join(dirname(file), name), 'latin1')));
    return words.filter((word) => contents.some((content) => content.includes(word)));
  };
  expect(await found()).toEqual(words);
  await store.withdrawVote(uuid(1));
  await store.withdrawAnswers(uuid(1));
  expect(await found()).toEqual([]);

  const raw = new DatabaseSync(file);
  for (const table of ['votes', 'answers']) {
    const [row] = raw.prepare(`SELECT * FROM ${table}`).all();
    const left = Object.entries(row ?? {}).filter(([, value]) => value !== null);
    expect(Object.fromEntries(left)).toEqual({ id: uuid(1), received: NOW.getTime() });
  }
  expect(() => raw.exec("UPDATE votes SET comment = 'back'")).toThrow('whole_or_withdrawn');
  expect(() => raw.exec("UPDATE votes SET search = 'back'")).toThrow('no_search_of_withdrawn');
  raw.close();
  await store.close();
});
