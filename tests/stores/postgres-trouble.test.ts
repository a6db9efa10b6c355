import { createServer } from 'node:net';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import type { FeedbackStore } from '../../src/stores/feedback-store.ts';
import { openStore } from '../../src/stores/open.ts';
import { openPostgresStore } from '../../src/stores/postgres-store.ts';
import { usePostgres } from './postgres-server.ts';
import { answers, uuid, view, vote } from './submissions.ts';

const NOW = new Date('2026-03-01T10:00:00Z');
const server = usePostgres();

let place: string;
/** Somebody else in the same database. */
let other: postgres.Sql;
let stores: FeedbackStore[];

beforeEach(async () => {
  place = await server.newDatabase();
  other = postgres(place, { max: 3, onnotice: () => {} });
  stores = [];
});

afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await other.end();
});

async function opened(settings = ''): Promise<FeedbackStore> {
  const store = await openStore(`${place}${settings}`);
  stores.push(store);
  return store;
}

function changed(change: (address: URL) => void): string {
  const address = new URL(place);
  change(address);
  return address.href;
}

/** What the person at the keyboard is told. The password is never in it. */
async function told(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('it worked'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error;
  const { password } = new URL(place);
  for (const text of [error.message, error.hint]) {
    expect(text).not.toContain(password);
    expect(text).not.toContain(decodeURIComponent(password));
  }
  return error.message;
}

/** Resolves as soon as so many connections of the store wait for a lock. */
async function waiting(count: number): Promise<void> {
  for (;;) {
    const [row] = await other<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'kundig' AND wait_event_type = 'Lock'`;
    if (row?.count === count) return;
  }
}

describe('a database that cannot hold a store is refused', () => {
  test('no server at the address', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => listener.once('listening', resolve));
    const bound = listener.address();
    const port = typeof bound === 'object' && bound ? bound.port : 0;
    await new Promise((resolve) => listener.close(resolve));
    const address = changed((url) => {
      url.port = String(port);
    });
    expect(await told(openStore(address))).toContain(`127.0.0.1:${port}/feedback_1 cannot be reached`);
  });

  test('no such host', async () => {
    const address = changed((url) => {
      url.hostname = 'database.invalid';
    });
    expect(await told(openStore(address))).toContain('cannot be reached');
  });

  test('a wrong password', async () => {
    const address = changed((url) => {
      url.password = 'wrong';
    });
    expect(await told(openStore(address))).toContain('refused the login');
  });

  test('a database that does not exist', async () => {
    const address = changed((url) => {
      url.pathname = '/nowhere';
    });
    expect(await told(openStore(address))).toMatch(/127\.0\.0\.1:\d+\/nowhere does not exist\.$/);
  });

  test.each(['postgres://user:p#ss@host/feedback', 'postgresql://host:port/x'])(
    'an address that cannot be read: %s',
    async (address) => {
      expect(await told(openStore(address))).toContain('cannot be read');
    },
  );

  test('tables of another program, which stay as they are', async () => {
    await other`CREATE TABLE votes (party text)`;
    expect(await told(openStore(place))).toContain('holds tables of another program');
    const tables =
      await other`SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`;
    expect([...tables]).toEqual([{ table_name: 'votes' }]);
    await other`CREATE SCHEMA kundig`;
    const store = await opened('?search_path=kundig');
    expect(await store.addVote(vote(1), NOW)).toBe('stored');
  });

  test('a database of a newer Kundig', async () => {
    await opened();
    await other`INSERT INTO kundig_migrations VALUES (99, 'later')`;
    expect(await told(openStore(place))).toMatch(/has layout 99, and this Kundig knows layouts up to \d+\./);
  });

  test('a database that takes no writes', async () => {
    await opened();
    expect(await told(openStore(`${place}?default_transaction_read_only=on`))).toContain('takes no writes');
  });

  test('a user without the right to make tables', async () => {
    await other`CREATE ROLE guest LOGIN PASSWORD 'guest-password'`;
    const address = changed((url) => {
      url.username = 'guest';
      url.password = 'guest-password';
    });
    expect(await told(openStore(address))).toContain('does not let this user work');
  });

  test('an encoding that cannot hold every language', async () => {
    await other`CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`;
    const address = changed((url) => {
      url.pathname = '/latin';
    });
    expect(await told(openStore(address))).toContain('keeps text as LATIN1');
  });

  test('a step to a newer layout that fails leaves nothing of itself', async () => {
    const good = { name: 'good', statements: () => ['CREATE TABLE one (a integer)'] };
    const bad = { name: 'bad', statements: () => ['CREATE TABLE two (a integer)', 'SELECT nonsense'] };
    await expect(openPostgresStore(place, { migrations: [good, bad] })).rejects.toThrow('nonsense');
    expect(await other`SELECT to_regclass('two') AS two`).toMatchObject([{ two: null }]);
    expect(await other`SELECT version, name FROM kundig_migrations`).toMatchObject([
      { version: 1, name: 'good' },
    ]);
  });
});

test('a user who may use the tables but not make any can work once they are there', async () => {
  await opened();
  await other`CREATE ROLE worker LOGIN PASSWORD 'worker-password'`;
  await other`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO worker`;
  const store = await openStore(
    changed((url) => {
      url.username = 'worker';
      url.password = 'worker-password';
    }),
  );
  stores.push(store);
  expect(await store.addVote(vote(1), NOW)).toBe('stored');
});

test('what the database asks to try again is tried again: a serialization failure', async () => {
  const store = await opened('?default_transaction_isolation=serializable');
  let outcome: Promise<string> | undefined;
  await other.begin(async (transaction) => {
    await transaction`
      INSERT INTO votes (id, received, changed, article, locale, revision, helpful)
      VALUES (${uuid(1)}, 1, 1, 'a', 'de', 'r', 1)`;
    outcome = store.addVote(vote(1), NOW);
    await waiting(1);
  });
  expect(await outcome).toBe('duplicate');
});

test('what the database asks to try again is tried again: a deadlock', async () => {
  const store = await opened('?deadlock_timeout=20');
  let added: Promise<number> | undefined;
  await other.begin(async (transaction) => {
    await transaction`SET LOCAL deadlock_timeout = '1h'`;
    const insert = (number: number) => transaction`
      INSERT INTO signals (id, received, kind, locale) VALUES (${uuid(number)}, 1, 'view', 'de')`;
    await insert(2);
    added = store.addSignals([view(1), view(2), view(3)], NOW);
    await waiting(1);
    // The store holds 1 and waits for 2; this waits for 1. The store is the one that notices, and gives way.
    await insert(1);
  });
  expect(await added).toBe(1);
});

test('lists of signals with the same ids in another order do not get in each other’s way', async () => {
  const store = await opened();
  const views = Array.from({ length: 50 }, (_, number) => view(number));
  const added = await Promise.all(
    Array.from({ length: 20 }, (_, turn) => store.addSignals(turn % 2 ? views : views.toReversed(), NOW)),
  );
  expect(added.reduce((sum, count) => sum + count)).toBe(50);
  const deadlocks = await other`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  expect([...deadlocks]).toEqual([{ deadlocks: '0' }]);
});

test('a statement that takes too long is given up', async () => {
  const store = await opened('?statement_timeout=100');
  await other.begin(async (transaction) => {
    await transaction`LOCK TABLE votes`;
    expect(await told(store.addVote(vote(1), NOW))).toContain('took too long');
  });
  expect(await store.addVote(vote(1), NOW)).toBe('stored');
  expect(await other`SHOW statement_timeout`).toMatchObject([{ statement_timeout: '0' }]);
});

test('without a word about it, a statement may take half a minute, and a write is durable', async () => {
  const store = await opened();
  await other`CREATE TABLE noted (timeout text, commit text)`;
  await other.unsafe(`
    CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO noted VALUES (current_setting('statement_timeout'), current_setting('synchronous_commit'));
      RETURN NULL;
    END $$`);
  await other`CREATE TRIGGER note AFTER INSERT ON votes EXECUTE FUNCTION note()`;
  await store.addVote(vote(1), NOW);
  expect([...(await other`SELECT * FROM noted`)]).toEqual([{ timeout: '30s', commit: 'on' }]);
});

test('a store goes on after its connections were cut', async () => {
  const store = await opened();
  await store.addVote(vote(1), NOW);
  await other`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'kundig'`;
  const outcomes: string[] = [];
  while (!outcomes.includes('stored')) {
    outcomes.push(await store.addVote(vote(2), NOW).catch((error: unknown) => told(Promise.reject(error))));
  }
  expect(await store.addVote(vote(2), NOW)).toBe('duplicate');
});

test('of a withdrawn vote and withdrawn answers only the id and the time of receipt are left', async () => {
  const store = await opened();
  await store.addVote(vote(1, { level: 'expert' }), NOW);
  await store.changeVote(uuid(1), { reason: 'wrong', comment: 'gone' }, NOW);
  await store.addAnswers(answers(1, { source: 'gone', article: 'gone', level: 'expert' }), NOW);
  await store.withdrawVote(uuid(1));
  await store.withdrawAnswers(uuid(1));
  for (const table of ['votes', 'answers']) {
    const [row] = await other.unsafe(`SELECT * FROM ${table}`);
    const left = Object.entries(row ?? {}).filter(([, value]) => value !== null);
    expect(Object.fromEntries(left)).toEqual({ id: uuid(1), received: String(NOW.getTime()) });
  }
  await expect(other`UPDATE votes SET comment = 'back'`).rejects.toThrow('whole_or_withdrawn');
});
