/**
 * Prints how many votes a second SQLite and PostgreSQL take from so many senders at once, each of whom waits for an answer
 * before the next vote, beside the same with a commit for each vote. Commits wait for the disk.
 * Run: `npx node bench/votes-at-once.ts [SECONDS]` (for each figure; 3 if nothing is said)
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADD_ONE, valuesOf } from '../src/stores/additions.ts';
import { openStore } from '../src/stores/open.ts';
import { connectSqlite } from '../src/stores/sqlite-store.ts';
import { voteRow } from '../src/stores/submission-rows.ts';
import { otherClient } from '../tests/stores/postgres-client.ts';
import { startPostgres } from '../tests/stores/postgres-process.ts';
import { vote } from '../tests/stores/submissions.ts';

const SECONDS = Number(process.argv[2] ?? 3);
const NOW = new Date('2026-03-01T10:00:00Z');
let made = 0;

function nextVote() {
  made += 1;
  return vote(0, { id: randomUUID(), article: `category/article-${(made * 48271) % 5000}` });
}

/** Votes a second, and the time that 99 of 100 votes took at most, in milliseconds. */
async function measure(senders: number, send: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  const one = async () => {
    for (let sent = performance.now(); sent < end; sent = performance.now()) {
      await send();
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: senders }, one));
  const slow = times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
  return `${Math.round(times.length / SECONDS).toLocaleString('en')} a second, 99 % within ${slow.toFixed(1)} ms`;
}

async function print(name: string, place: string, alone: () => Promise<unknown>): Promise<void> {
  console.log(`${name}, a commit for each vote: ${await measure(1, alone)}`);
  const store = await openStore(place);
  for (const senders of [1, 64, 256]) {
    console.log(
      `${name}, ${senders} at once: ${await measure(senders, () => store.addVote(nextVote(), NOW))}`,
    );
  }
  await store.close();
}

const folder = await mkdtemp(join(tmpdir(), 'kundig-bench-'));
try {
  const raw = connectSqlite(join(folder, 'alone.db'), 5000);
  const add = raw.prepare(ADD_ONE.votes);
  await print('SQLite', join(folder, 'feedback.db'), async () =>
    add.run(...valuesOf('votes', voteRow(nextVote(), NOW))),
  );
  raw.close();
} finally {
  await rm(folder, { recursive: true });
}

const server = await startPostgres({ durable: true });
try {
  const place = server.address('postgres');
  await (await openStore(place)).close();
  const other = otherClient(place);
  await print('PostgreSQL', place, () => {
    const { id, received, changed, article, locale, revision, helpful } = voteRow(nextVote(), NOW);
    return other`INSERT INTO votes (id, received, changed, article, locale, revision, helpful)
      VALUES (${id}, ${received}, ${changed}, ${article}, ${locale}, ${revision}, ${helpful})`;
  });
  await other.end();
} finally {
  await server.stop();
}
