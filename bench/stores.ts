/**
 * Prints how fast SQLite and PostgreSQL take votes and signals, sum them up, read them out and delete them, with so many
 * votes in the store (1,000,000 if nothing is said), as many views, and searches. Commits wait for the disk.
 * Run: `npx node bench/stores.ts [VOTES]`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summaryBeside } from '../src/collector/reading/summary-beside.ts';
import type { FeedbackStore } from '../src/stores/feedback-store.ts';
import { openStore } from '../src/stores/open.ts';
import { connectSqlite } from '../src/stores/sqlite-store.ts';
import { otherClient } from '../tests/stores/postgres-client.ts';
import { startPostgres } from '../tests/stores/postgres-process.ts';
import { uuid, view, vote } from '../tests/stores/submissions.ts';
import { FIRST, manySubmissions, SPAN } from './many-submissions.ts';

const votes = Number(process.argv[2] ?? 1_000_000);
const NOW = new Date('2026-03-01T10:00:00Z');

/** Ninety days, up to the last of what is in the store. */
const AUDIT = { recentFrom: '2025-12-01', until: '2026-03-01' };

const FILL = manySubmissions(votes);

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** How long a summary takes, and how long the slowest of the votes that are cast meanwhile, in seconds. */
async function votesDuring(store: FeedbackStore, summary: (() => Promise<unknown>) | undefined) {
  let isMade = false;
  const summing = seconds(async () => {
    await summary?.();
    isMade = true;
  });
  let waited = 0;
  for (let number = 5000; !isMade; number += 1) {
    waited = Math.max(waited, await seconds(() => store.addVote(vote(number, { article: 'fresh' }), NOW)));
  }
  return { made: await summing, waited };
}

async function measure(
  name: string,
  place: string,
  store: FeedbackStore,
  fill: () => Promise<unknown>,
): Promise<void> {
  const count = 500;
  const add = (number: number) => store.addVote(vote(number, { article: 'fresh' }), NOW);
  const one = await seconds(async () => {
    for (let number = 0; number < count; number += 1) await add(number);
  });
  const many = await seconds(() => Promise.all(Array.from({ length: count }, (_, n) => add(count + n))));
  const lists = await seconds(async () => {
    for (let list = 0; list < 100; list += 1) {
      const from = list * 50;
      const views = Array.from({ length: 50 }, (_, n) => view(from + n, { article: 'fresh' }));
      await store.addSignals(views, NOW);
    }
  });
  const filling = await seconds(fill);
  const first = await seconds(() => store.summary());
  const again = await seconds(() => store.summary());
  const audit = await seconds(() => store.auditFeedback(AUDIT));
  const { made, waited } = await votesDuring(store, summaryBeside(place));
  const change = await seconds(() => store.changeVote(uuid(1), { reason: 'other' }, NOW));
  let submissions = 0;
  const reading = await seconds(async () => {
    for await (const _ of store.submissions()) submissions += 1;
  });
  const deleting = await seconds(() => store.deleteBefore(new Date(FIRST + SPAN / 100)));
  const perSecond = (n: number, time: number) => Math.round(n / time).toLocaleString('en');
  console.log(`${name}
  votes a second, one after another   ${perSecond(count, one)}
  votes a second, ${count} at once          ${perSecond(count, many)}
  signals a second, in lists of 50    ${perSecond(5000, lists)}
  filled by SQL in                    ${filling.toFixed(1)} s (${submissions.toLocaleString('en')} submissions)
  summary                             ${first.toFixed(2)} s, again ${again.toFixed(2)} s
  summary in a thread beside          ${made.toFixed(2)} s; longest wait of a vote meanwhile ${(waited * 1000).toFixed(0)} ms
  what an audit asks for              ${audit.toFixed(2)} s
  one change                          ${(change * 1000).toFixed(1)} ms
  submissions read a second           ${perSecond(submissions, reading)}
  deletion of 1 %                     ${deleting.toFixed(1)} s
  memory                              ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  await store.close();
}

const folder = await mkdtemp(join(tmpdir(), 'kundig-bench-'));
const file = join(folder, 'feedback.db');
try {
  await measure('SQLite', file, await openStore(file), async () => {
    const raw = connectSqlite(file, 5000);
    for (const statement of FILL) raw.exec(statement);
    raw.close();
  });
} finally {
  await rm(folder, { recursive: true });
}

const server = await startPostgres({ durable: true });
try {
  const address = server.address('postgres');
  await measure('PostgreSQL', address, await openStore(address), async () => {
    const other = otherClient(address);
    for (const statement of FILL) await other.raw(statement);
    await other`VACUUM ANALYZE`;
    await other.end();
  });
} finally {
  await server.stop();
}
