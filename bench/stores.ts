/**
 * Prints how fast SQLite and PostgreSQL take votes and signals, sum them up, read them out and delete them, with so many
 * votes in the store (1,000,000 if nothing is said), as many views, and searches. Commits wait for the disk.
 * Run: `npx node bench/stores.ts [VOTES]`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { FeedbackStore } from '../src/stores/feedback-store.ts';
import { openStore } from '../src/stores/open.ts';
import { connectSqlite } from '../src/stores/sqlite-store.ts';
import { startPostgres } from '../tests/stores/postgres-process.ts';
import { uuid, view, vote } from '../tests/stores/submissions.ts';

const votes = Number(process.argv[2] ?? 1_000_000);
const NOW = new Date('2026-03-01T10:00:00Z');

/** Numbers 1 to COUNT and, for each, one of 2^31 - 1 in an order that looks random, as ids are. */
function numbers(count: number): string {
  return `WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ${count}),
    mixed AS (SELECT i, CAST(i AS bigint) * 48271 % 2147483647 AS r FROM numbers)`;
}
const id = (r: string) => `'10000000-0000-4000-8000-' || substr(CAST(1000000000000 + ${r} AS text), 2)`;
const ARTICLE = `'category/article-' || (r % 5000)`;
const LOCALE = `CASE WHEN r % 3 = 0 THEN 'en' ELSE 'de' END`;
const REVISION = `'0123456789a' || (r % 7 / 5)`;
const DAY = '1772359200000 + i';

/** Votes with a reason for every third "no", as many views, a search for every fifth and a taken result for every tenth. */
const FILL = [
  `${numbers(votes)} INSERT INTO votes (id, received, changed, article, locale, revision, helpful, reason)
    SELECT ${id('r')}, ${DAY}, ${DAY}, ${ARTICLE}, ${LOCALE}, ${REVISION}, CASE WHEN r % 10 < 7 THEN 1 ELSE 0 END,
      CASE WHEN r % 10 >= 7 AND r % 9 < 3 THEN 'outdated' END FROM mixed`,
  `${numbers(votes)} INSERT INTO signals (id, received, kind, locale, article, revision)
    SELECT ${id('r')}, ${DAY}, 'view', ${LOCALE}, ${ARTICLE}, ${REVISION} FROM mixed`,
  `${numbers(votes / 5)} INSERT INTO signals (id, received, kind, locale, query, phrase, results)
    SELECT ${id('r + 10000000000')}, ${DAY}, 'search', ${LOCALE}, 'words ' || (r % 20000), 'words ' || (r % 20000),
      r % 5 FROM mixed`,
  `${numbers(votes / 10)} INSERT INTO signals (id, received, kind, locale, search, article, position)
    SELECT ${id('r + 20000000000')}, ${DAY}, 'open', ${LOCALE}, ${id('r + 10000000000')}, ${ARTICLE}, 1 FROM mixed`,
];

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function measure(name: string, store: FeedbackStore, fill: () => Promise<unknown>): Promise<void> {
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
  const change = await seconds(() => store.changeVote(uuid(1), { reason: 'other' }, NOW));
  let submissions = 0;
  const reading = await seconds(async () => {
    for await (const _ of store.submissions()) submissions += 1;
  });
  const deleting = await seconds(() => store.deleteBefore(new Date(1_772_359_200_000 + votes / 100)));
  const perSecond = (n: number, time: number) => Math.round(n / time).toLocaleString('en');
  console.log(`${name}
  votes a second, one after another   ${perSecond(count, one)}
  votes a second, ${count} at once          ${perSecond(count, many)}
  signals a second, in lists of 50    ${perSecond(5000, lists)}
  filled by SQL in                    ${filling.toFixed(1)} s (${submissions.toLocaleString('en')} submissions)
  summary                             ${first.toFixed(2)} s, again ${again.toFixed(2)} s
  one change                          ${(change * 1000).toFixed(1)} ms
  submissions read a second           ${perSecond(submissions, reading)}
  deletion of 1 %                     ${deleting.toFixed(1)} s
  memory                              ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  await store.close();
}

const folder = await mkdtemp(join(tmpdir(), 'kundig-bench-'));
const file = join(folder, 'feedback.db');
try {
  await measure('SQLite', await openStore(file), async () => {
    const raw = connectSqlite(file, 5000);
    for (const statement of FILL) raw.exec(statement);
    raw.close();
  });
} finally {
  await rm(folder, { recursive: true });
}

const server = await startPostgres({ durable: true });
try {
  await measure('PostgreSQL', await openStore(server.address('postgres')), async () => {
    const raw = postgres(server.address('postgres'), { max: 1 });
    for (const statement of FILL) await raw.unsafe(statement);
    await raw`VACUUM ANALYZE`;
    await raw.end();
  });
} finally {
  await server.stop();
}
