import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FeedbackStore } from '../../src/stores/feedback-store.ts';
import { openStore } from '../../src/stores/open.ts';
import { openPostgresStore } from '../../src/stores/postgres-store.ts';
import { type OtherClient, otherClient } from './postgres-client.ts';
import { usePostgres } from './postgres-server.ts';
import { vote } from './submissions.ts';
import { told } from './told.ts';

const NOW = new Date('2026-03-01T10:00:00Z');
const server = usePostgres();

let place: string;
/** Somebody else in the same database. */
let other: OtherClient;
let stores: FeedbackStore[];

beforeEach(async () => {
  place = await server.newDatabase();
  other = otherClient(place, 3);
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

/** The password is never in what is told. */
function toldWithoutPassword(work: Promise<unknown>): Promise<string> {
  const { password } = new URL(place);
  return told(work, [password, decodeURIComponent(password)]);
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
    expect(await toldWithoutPassword(openStore(address))).toContain(
      `127.0.0.1:${port}/feedback_1 cannot be reached`,
    );
  });

  test('no such host', async () => {
    const address = changed((url) => {
      url.hostname = 'database.invalid';
    });
    expect(await toldWithoutPassword(openStore(address))).toContain('cannot be reached');
  });

  test('a wrong password', async () => {
    const address = changed((url) => {
      url.password = 'wrong';
    });
    expect(await toldWithoutPassword(openStore(address))).toContain('refused the login');
  });

  test('no password where one is asked for', async () => {
    const address = changed((url) => {
      url.password = '';
    });
    expect(await told(openStore(address))).toContain('refused the login');
    // The server would wait a minute for what is never sent.
    while ((await other`SELECT FROM pg_stat_activity WHERE state = 'starting'`).length > 0);
  });

  test('a database that does not exist', async () => {
    const address = changed((url) => {
      url.pathname = '/nowhere';
    });
    expect(await toldWithoutPassword(openStore(address))).toMatch(
      /127\.0\.0\.1:\d+\/nowhere does not exist\.$/,
    );
  });

  test.each(['postgres://user:p#ss@host/feedback', 'postgresql://host:port/x'])(
    'an address that cannot be read: %s',
    async (address) => {
      expect(await toldWithoutPassword(openStore(address))).toContain('cannot be read');
    },
  );

  test('tables of another program, which stay as they are', async () => {
    await other`CREATE TABLE votes (party text)`;
    expect(await toldWithoutPassword(openStore(place))).toContain('holds tables of another program');
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
    expect(await toldWithoutPassword(openStore(place))).toMatch(
      /has layout 99, and this Kundig knows layouts up to \d+\./,
    );
  });

  test('a database that takes no writes', async () => {
    await opened();
    expect(await toldWithoutPassword(openStore(`${place}?default_transaction_read_only=on`))).toContain(
      'takes no writes',
    );
  });

  test('a user without the right to make tables', async () => {
    await other`CREATE ROLE guest LOGIN PASSWORD 'guest-password'`;
    const address = changed((url) => {
      url.username = 'guest';
      url.password = 'guest-password';
    });
    expect(await toldWithoutPassword(openStore(address))).toContain('does not let this user work');
  });

  test('an encoding that cannot hold every language', async () => {
    await other`CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`;
    const address = changed((url) => {
      url.pathname = '/latin';
    });
    expect(await toldWithoutPassword(openStore(address))).toContain('keeps text as LATIN1');
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
