/**
 * Prints how many votes a second the collector takes and how long a reader waits for the answer, on SQLite and PostgreSQL:
 * at 1,000 votes a second offered and at saturation; beside it the same without group commit, and an app of the same
 * framework that does nothing (the ceiling). Each is a program of its own, as in earnest; votes come from another.
 * Run: `npx node bench/collector.ts [SECONDS [NAMES]]` (8 seconds a measurement if nothing is said; only what is so called,
 * e.g. `ceiling,SQLite`)
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readContent } from '../src/readers/content-folder.ts';
import { articleText, writeContent } from '../tests/content-folder.ts';
import { startPostgres } from '../tests/stores/postgres-process.ts';
import { fsyncTime } from './collector/fsync-time.ts';
import type { LoadOrder, LoadResult } from './collector/load.ts';
import { commandOf } from './watched-process.ts';

const SECONDS = Number(process.argv[2] ?? 8);
const NAMES = (process.argv[3] ?? '').split(',');
const ARTICLES = 500;
const CONNECTIONS = 64;
const RATE = 1000;
const ROOT = path.resolve(import.meta.dirname, '..');

/** Which server is measured: its name in the table, and what follows `node`. */
interface Subject {
  name: string;
  command: readonly string[];
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-bench-'));
const server = await startPostgres({ durable: true });
try {
  const content = path.join(folder, 'content');
  const numbers = Array.from({ length: ARTICLES }, (_, number) => number);
  await writeContent(
    content,
    Object.fromEntries(
      numbers.map((number) => [`en/billing/answer-${number}.md`, articleText('', `Answer ${number}.\n`)]),
    ),
  );
  const { articles } = await readContent(content);
  const about = articles.map(({ id, locale, revision }) => ({ article: id, locale, revision }));
  const program = await commandOf('collector');
  const collector = (database: string, ...before: string[]) => [
    ...before,
    ...program,
    ...['--content', content, '--database', database],
  ];
  const alone = ['--import', './bench/collector/one-by-one.ts'];
  const subjects: Subject[] = [
    { name: 'Do-nothing endpoint (the ceiling)', command: ['bench/collector/do-nothing.ts'] },
    { name: 'SQLite', command: collector(path.join(folder, 'shared.db')) },
    { name: 'SQLite, a commit for each vote', command: collector(path.join(folder, 'alone.db'), ...alone) },
    { name: 'PostgreSQL', command: collector(server.address('postgres')) },
    { name: 'PostgreSQL, a commit for each vote', command: collector(server.address('postgres'), ...alone) },
  ];
  const { p50, p99 } = fsyncTime(folder);
  console.log(`fsync of 4 KiB: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms
${CONNECTIONS} connections, ${SECONDS} s each, ${ARTICLES} articles

${row('', 'votes/s', 'of ceiling', 'p50 ms', 'p99 ms', `p50 at ${RATE}/s`, `p99 at ${RATE}/s`, 'CPU µs/vote', 'MB')}`);
  let ceiling: number | undefined;
  for (const { name, command } of subjects.filter(({ name }) => NAMES.some((part) => name.includes(part)))) {
    const served = await start(command);
    const load = (rate?: number) =>
      run({
        port: served.port,
        connections: CONNECTIONS,
        seconds: SECONDS,
        articles: about,
        ...(rate && { rate }),
      });
    const offered = await load(RATE);
    const before = processorSeconds(served.child);
    const saturated = await load();
    const processor = (processorSeconds(served.child) - before) / saturated.votes;
    const megabytes = residentMegabytes(served.child);
    served.child.kill('SIGTERM');
    await once(served.child, 'close');
    ceiling ??= saturated.perSecond;
    console.log(
      row(
        name,
        Math.round(saturated.perSecond).toLocaleString('en'),
        `${Math.round((100 * saturated.perSecond) / ceiling)} %`,
        saturated.p50.toFixed(1),
        saturated.p99.toFixed(1),
        offered.p50.toFixed(1),
        offered.p99.toFixed(1),
        (processor * 1e6).toFixed(0),
        String(Math.round(megabytes)),
      ),
    );
    for (const { statuses } of [offered, saturated]) {
      const others = Object.keys(statuses).filter((status) => status !== '201');
      if (others.length > 0) console.log(`  not all were taken: ${JSON.stringify(statuses)}`);
    }
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}

function row(name: string, ...cells: string[]): string {
  return [name.padEnd(36), ...cells.map((cell) => cell.padStart(14))].join('');
}

async function start(command: readonly string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    // Readers come through a proxy, each from an address of its own.
    env: {
      ...process.env,
      PORT: '0',
      TRUSTED_PROXIES: '127.0.0.1',
      FEEDBACK_PROOF: 'off',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const found = /http:\/\/[^:\s"]+:(\d+)/.exec(output)?.[1];
      if (found) resolve(Number(found));
    });
    child.once('close', (code) => reject(new Error(`${command.join(' ')} ended with ${code}`)));
  });
  return { child, port };
}

function run(order: LoadOrder): Promise<LoadResult> {
  const child = spawn(process.execPath, ['bench/collector/load.ts', JSON.stringify(order)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  return once(child, 'close').then(() => JSON.parse(output));
}

/** What the process has taken of a processor, in the server and for it in the system. */
function processorSeconds({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // Fields 14 and 15 of proc(5), in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The most that the process has held in memory, as Linux counts it. */
function residentMegabytes({ pid }: ChildProcess): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}
