import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FeedbackStore } from '../../src/stores/feedback-store.ts';
import { openPostgresStore } from '../../src/stores/postgres-store.ts';
import { type OtherClient, otherClient } from './postgres-client.ts';
import { usePostgres } from './postgres-server.ts';
import { openRelay, type Relay } from './relay.ts';
import { answers, uuid, view, vote } from './submissions.ts';
import { told } from './told.ts';

const NOW = new Date('2026-03-01T10:00:00Z');
const server = usePostgres();

let place: string;
/** Somebody else in the same database, whose connection holds. */
let other: OtherClient;
let relay: Relay;
let store: FeedbackStore;

beforeEach(async () => {
  place = await server.newDatabase();
  other = otherClient(place);
});

afterEach(async () => {
  await store.close();
  await other.end();
});

/** @param patience how long the store waits for a database that is gone, in milliseconds */
async function openedThroughRelay(patience?: number, settings = ''): Promise<void> {
  relay = await openRelay(place);
  store = await openPostgresStore(`${relay.address(place)}${settings}`, { patience });
}

/** Resolves as soon as the table holds so many rows. */
async function rowsOf(table: string, count: number): Promise<void> {
  for (;;) {
    const [found] = await other.raw<{ count: string }>(`SELECT count(*) AS count FROM ${table}`);
    if (Number(found?.count) === count) return;
  }
}

test('while the database is gone, all that is asked of it fails with a reason; when it is back, it works again', async () => {
  await openedThroughRelay(100);
  await store.addVote(vote(1), NOW);
  await relay.cut();
  const asked = await Promise.all([
    told(store.addVote(vote(2), NOW)),
    told(store.addSignals([view(1)], NOW)),
    told(store.withdrawVote(uuid(1))),
    told(store.summary()),
    told(store.ping()),
  ]);
  for (const message of asked) expect(message).toContain('cannot be reached');
  expect(await told(store.addVote(vote(2), NOW))).toContain('cannot be reached');
  await relay.mend();
  expect(await store.addVote(vote(2), NOW)).toBe('stored');
  expect(await Array.fromAsync(store.submissions())).toHaveLength(2);
});

test('a restart of the database goes unnoticed: what came in meanwhile waits for it', async () => {
  await openedThroughRelay();
  await store.addVote(vote(1), NOW);
  await relay.cut();
  const outcomes = Promise.all([
    store.addVote(vote(1), NOW),
    store.addVote(vote(2), NOW),
    store.changeVote(uuid(2), { helpful: true }, NOW),
    store.addAnswers(answers(1), NOW),
    store.ping(),
  ]);
  await relay.mend();
  expect(await outcomes).toEqual(['duplicate', 'stored', true, 'stored', undefined]);
});

test('what was stored just before the connection was cut is not called a duplicate', async () => {
  await openedThroughRelay();
  await store.addVote(vote(1), NOW);
  relay.swallowAnswers();
  const outcome = store.addVote(vote(2), NOW);
  await rowsOf('votes', 2);
  await relay.cut();
  await relay.mend();
  expect(await outcome).toBe('stored');
  expect(await store.addVote(vote(2), NOW)).toBe('duplicate');
});

test('of a list that was stored just before the connection was cut, only what was there earlier is a duplicate', async () => {
  await openedThroughRelay();
  await store.addSignals([view(1), view(2)], new Date(0));
  relay.swallowAnswers();
  const added = store.addSignals([view(1), view(2), view(3), view(4), view(5)], NOW);
  await rowsOf('signals', 5);
  await relay.cut();
  await relay.mend();
  expect(await added).toBe(3);
});

test('a server that hangs up before it says a word, as a load balancer without a database does, is out of reach', async () => {
  await openedThroughRelay(100);
  await relay.cut();
  const { port } = new URL(relay.address(place));
  const balancer = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => balancer.listen(Number(port), '127.0.0.1', () => resolve()));
  expect(await told(store.addVote(vote(1), NOW))).toContain('cannot be reached');
  expect(await told(openPostgresStore(relay.address(place)))).toContain('cannot be reached');
  await new Promise<void>((resolve) => balancer.close(() => resolve()));
  await relay.mend();
  expect(await store.addVote(vote(1), NOW)).toBe('stored');
});

test('what is never answered is asked again over another connection', { timeout: 30_000 }, async () => {
  await openedThroughRelay(5000, '?statement_timeout=100');
  await store.addVote(vote(1), NOW);
  relay.swallowAnswers();
  expect(await store.addVote(vote(2), NOW)).toBe('stored');
  expect(await store.addVote(vote(2), NOW)).toBe('duplicate');
});

test('a store can be closed while the database is gone', async () => {
  await openedThroughRelay(100);
  await relay.cut();
  const refused = told(store.addVote(vote(1), NOW));
  await store.close();
  expect(await refused).toContain('cannot be reached');
});
