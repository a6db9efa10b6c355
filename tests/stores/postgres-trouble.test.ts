import { afterEach, beforeEach, expect, test } from 'vitest';
import { ReportTally } from '../../src/core/figures/report-tally.ts';
import type { FeedbackStore } from '../../src/stores/feedback-store.ts';
import { openStore } from '../../src/stores/open.ts';
import { openPostgresStore } from '../../src/stores/postgres-store.ts';
import { type Ask, type OtherClient, otherClient } from './postgres-client.ts';
import { usePostgres } from './postgres-server.ts';
import { answers, uuid, view, vote } from './submissions.ts';
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

/** Resolves as soon as so many connections of this program wait for a lock. */
async function waiting(program: 'kundig' | 'other', count = 1): Promise<void> {
  for (;;) {
    const rows = await other`
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = ${program} AND wait_event_type = 'Lock'`;
    if (rows.length === count) return;
  }
}

/** Resolves as soon as a store waits for a lock on another connection than this one. */
async function waitingAnew(before: number): Promise<void> {
  for (;;) {
    const rows = await other`
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'kundig' AND wait_event_type = 'Lock' AND pid <> ${before}`;
    if (rows.length === 1) return;
  }
}

/** Resolves as soon as stores have so many connections. What a connection counted is known once it is gone. */
async function connections(count: number): Promise<void> {
  for (;;) {
    const rows = await other`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'kundig'`;
    if (rows.length === count) return;
  }
}

test('what the database asks to try again is tried again: a serialization failure', async () => {
  const store = await opened('?default_transaction_isolation=serializable');
  let outcome: Promise<string> | undefined;
  await other.transaction(async (transaction) => {
    await transaction`
      INSERT INTO votes (id, received, changed, article, locale, revision, helpful)
      VALUES (${uuid(1)}, 1, 1, 'a', 'de', 'r', 1)`;
    outcome = store.addVote(vote(1), NOW);
    await waiting('kundig');
  });
  expect(await outcome).toBe('duplicate');
});

test('what the database asks to try again is tried again: a deadlock', async () => {
  const store = await opened('?deadlock_timeout=20');
  let added: Promise<number> | undefined;
  const insert = (transaction: Ask, number: number) => transaction`
    INSERT INTO signals (id, received, kind, locale) VALUES (${uuid(number)}, 1, 'view', 'de')`;
  await other.transaction(async (two) => {
    await two`SET LOCAL deadlock_timeout = '1h'`;
    await insert(two, 2);
    const { locked } = await other.transaction(async (one) => {
      await insert(one, 1);
      added = store.addSignals([view(1), view(2), view(3)], NOW);
      await waiting('kundig');
      const locked = two`LOCK TABLE signals IN SHARE MODE`;
      await waiting('other');
      return { locked };
    });
    // The store has got past 1 and waits for 2, whose holder waits for the store. It notices, and gives way.
    await locked;
  });
  expect(await added).toBe(1);
});

test('a report into which a deadlock breaks is not read again, which would count votes twice', async () => {
  const store = await opened('?deadlock_timeout=20');
  await store.addVote(vote(1), NOW);
  const period = { from: '2026-02-01', to: '2026-03-01' };
  const { now: tally } = new ReportTally({ period, levelShare: 0.7, locales: ['de'], categories: () => '' });
  let read: Promise<string> | undefined;
  await other.transaction(async (two) => {
    await two`SET LOCAL deadlock_timeout = '1h'`;
    await two`LOCK TABLE signals IN ACCESS EXCLUSIVE MODE`;
    const { locked } = await other.transaction(async (one) => {
      await one`LOCK TABLE answers IN ACCESS EXCLUSIVE MODE`;
      read = told(store.feedbackWithin(period, tally));
      await waiting('kundig');
      const locked = two`LOCK TABLE votes IN ACCESS EXCLUSIVE MODE`;
      await waiting('other');
      return { locked };
    });
    // The store has read votes and answers and waits for signals, whose holder waits for the votes. It gives way.
    await locked;
  });
  expect(await read).toBe('The feedback database was too busy with other work to be read as of one moment.');
  expect(tally.votes.total).toBe(1);
});

test('lists of signals with the same ids in another order do not get in each other’s way', async () => {
  const [one, two] = [await opened(), await opened()];
  const views = Array.from({ length: 50 }, (_, number) => view(number));
  let added: Promise<number[]> | undefined;
  await other.transaction(async (transaction) => {
    // Holds both in the middle of their lists, where two opposite orders would have locked half of the ids each.
    await transaction`INSERT INTO signals (id, received, kind, locale) VALUES (${uuid(25)}, 1, 'view', 'de')`;
    added = Promise.all([one.addSignals(views, NOW), two.addSignals(views.toReversed(), NOW)]);
    await waiting('kundig', 2);
  });
  expect((await added)?.reduce((sum, count) => sum + count)).toBe(49);
  await Promise.all([one.close(), two.close()]);
  await connections(0);
  const deadlocks = await other`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  expect([...deadlocks]).toEqual([{ deadlocks: '0' }]);
});

test('a statement that takes too long is given up', async () => {
  // The tables are made before: on a busy machine, one of these statements could take too long as well.
  await opened();
  const store = await opened('?statement_timeout=500');
  await other.transaction(async (transaction) => {
    await transaction`LOCK TABLE votes`;
    expect(await told(store.addVote(vote(1), NOW))).toContain('took too long');
  });
  expect(await store.addVote(vote(1), NOW)).toBe('stored');
  expect(await other`SHOW statement_timeout`).toMatchObject([{ statement_timeout: '0' }]);
});

test('without a word about it, a statement may take half a minute, and a write is durable', async () => {
  const store = await opened();
  await other`CREATE TABLE noted (timeout text, commit text)`;
  await other.raw(`
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

test('a write whose connection is cut is made again', async () => {
  const store = await opened();
  let outcome: Promise<string> | undefined;
  await other.transaction(async (transaction) => {
    await transaction`LOCK TABLE votes`;
    outcome = store.addVote(vote(1), NOW);
    await waiting('kundig');
    const [cut] = await transaction<{ pid: number }>`
      SELECT pg_terminate_backend(pid), pid FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'kundig' AND wait_event_type = 'Lock'`;
    await waitingAnew(cut?.pid ?? 0);
  });
  expect(await outcome).toBe('stored');
});

test('of a withdrawn vote and withdrawn answers only the id and the time of receipt are left', async () => {
  const store = await opened();
  await store.addVote(vote(1, { level: 'expert', search: uuid(9) }), NOW);
  await store.changeVote(uuid(1), { reason: 'wrong', comment: 'gone' }, NOW);
  await store.addAnswers(answers(1, { source: 'gone', article: 'gone', level: 'expert' }), NOW);
  await store.withdrawVote(uuid(1));
  await store.withdrawAnswers(uuid(1));
  for (const table of ['votes', 'answers']) {
    const [row] = await other.raw(`SELECT * FROM ${table}`);
    const left = Object.entries(row ?? {}).filter(([, value]) => value !== null);
    expect(Object.fromEntries(left)).toEqual({ id: uuid(1), received: String(NOW.getTime()) });
  }
  await expect(other`UPDATE votes SET comment = 'back'`).rejects.toThrow('whole_or_withdrawn');
  await expect(other`UPDATE votes SET search = 'back'`).rejects.toThrow('no_search_of_withdrawn');
});

test('a reading of more than is fetched at a time is whole, in order and each row once', async () => {
  const store = await openPostgresStore(place);
  stores.push(store);
  const ids = Array.from({ length: 10_001 }, (_, number) => uuid(number));
  await other`
    INSERT INTO signals (id, received, kind, locale)
    SELECT id, 1, 'view', 'de' FROM jsonb_array_elements_text(CAST(${JSON.stringify(ids)} AS jsonb)) AS given (id)`;
  const told: unknown[] = [];
  await store.rows.all(() => (_, row) => told.push(row.id));
  expect(told).toEqual(ids.toSorted());
});

test('text is ordered alike on every server, whatever language the server was set up in', async () => {
  await opened();
  const otherwise = await other`
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'`;
  expect([...otherwise]).toEqual([]);
});
