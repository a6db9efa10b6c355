/**
 * Prints how long the audit reads what readers said and did, and how much memory that takes, from each place where it
 * may be kept: with so many votes (1,000,000 if nothing is said), as many views, and searches. Each place is read by a
 * process of its own.
 * Run: `npx node bench/audit-feedback.ts [VOTES]`
 */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { feedbackFrom } from '../scripts/feedback-source.ts';
import { createCollector } from '../src/collector/collector.ts';
import { startServer } from '../src/collector/server/server.ts';
import { readTexts } from '../src/readers/texts.ts';
import { openStore } from '../src/stores/open.ts';
import { connectSqlite } from '../src/stores/sqlite-store.ts';
import { otherClient } from '../tests/stores/postgres-client.ts';
import { startPostgres } from '../tests/stores/postgres-process.ts';
import { manySubmissions } from './many-submissions.ts';

const PERIOD = { until: '2026-02-28', recentFrom: '2025-12-01' };
const TOKEN = 'of this measurement';

const [first = '1000000', place] = process.argv.slice(2);
if (first === 'read' && place) await read(place);
else await measureAll(Number(first));

async function read(from: string): Promise<void> {
  const start = performance.now();
  const { cpu, feedback } = await timed(() => feedbackFrom(from, PERIOD));
  const seconds = (performance.now() - start) / 1000;
  const votes = feedback.articles.reduce((sum, { helpful, unhelpful }) => sum + helpful + unhelpful, 0);
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of a processor), at most ${Math.round(memory)} MB, ` +
      `${votes.toLocaleString('en')} votes on ${feedback.articles.length.toLocaleString('en')} revisions`,
  );
}

async function timed<T>(work: () => Promise<T>): Promise<{ cpu: number; feedback: T }> {
  const before = process.cpuUsage();
  const feedback = await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, feedback };
}

async function measureAll(votes: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kundig-bench-'));
  const file = join(folder, 'feedback.db');
  const exported = join(folder, 'feedback.jsonl');
  try {
    await (await openStore(file)).close();
    const raw = connectSqlite(file, 5000);
    for (const statement of manySubmissions(votes)) raw.exec(statement);
    raw.close();
    await measure('SQLite', file);

    const store = await openStore(file);
    const texts = readTexts;
    const app = createCollector({ store, texts, locales: ['en'], token: TOKEN, now: () => new Date() });
    const server = await startServer({ app, host: '127.0.0.1', port: 0 });
    await measure('collector', server.address);
    const headers = { Authorization: `Bearer ${TOKEN}` };
    const { body } = await fetch(`${server.address}/api/export?with=end`, { headers });
    if (body) await pipeline(body, createWriteStream(exported));
    await server.close();
    await store.close();
    await measure('export', exported);
  } finally {
    await rm(folder, { recursive: true });
  }

  const server = await startPostgres({ durable: false });
  try {
    const address = server.address('postgres');
    await (await openStore(address)).close();
    const other = otherClient(address);
    for (const statement of manySubmissions(votes)) await other.raw(statement);
    await other`VACUUM ANALYZE`;
    await other.end();
    await measure('PostgreSQL', address);
  } finally {
    await server.stop();
  }
}

async function measure(name: string, from: string): Promise<void> {
  const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, 'read', from], {
    env: { ...process.env, FEEDBACK_TOKEN: TOKEN },
  });
  process.stdout.write(`${name.padEnd(12)}${stdout}`);
}
