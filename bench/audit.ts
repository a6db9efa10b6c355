/**
 * How long the whole audit takes, and how much memory: 5,000 articles, 20,000 commits, 1,000,000 votes, as many views and
 * 200,000 searches, with the files in which the time goes. Against it, the same audit without votes and history, which
 * is what reading and checking the articles costs.
 * Run: `npx node bench/audit.ts [ARTICLES]`; everything else grows in proportion.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readContent } from '../src/readers/content-folder.ts';
import { makeFeedback } from './audit/made-feedback.ts';
import { makeHelpCentre } from './audit/made-help-centre.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const articles = Number(process.argv[2] ?? 5000);
const ROUNDS = 3;
/** So many files are named in the profile. */
const NAMED = 14;

interface Run {
  seconds: number;
  megabytes: number;
  lines: number;
}

/** As `npm run audit` runs it: garbage is collected early, which costs next to no time and saves 100 MB. */
const { scripts } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
const [, ...COMMAND] = (scripts.audit as string).split(' ');

/** Runs the audit in a process of its own. Its peak memory is the one that the system has seen. */
function audit(dir: string, flags: readonly string[], args: readonly string[]): Promise<Run> {
  const started = performance.now();
  const command = [...flags, ...COMMAND, '--content', dir, '--today', '2026-11-20'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', WATCH, ...command, '--format', 'csv', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FEEDBACK_DATABASE: path.join(dir, '..', 'feedback.db') },
    });
    let lines = 0;
    let said = '';
    child.stdout.on('data', (data: Buffer) => (lines += data.toString().split('\n').length - 1));
    child.stderr.on('data', (data: Buffer) => (said += data));
    child.on('error', reject);
    child.on('close', (code) => {
      const [, kilobytes] = /^peak (\d+)$/m.exec(said) ?? [];
      if (code !== 0 || !kilobytes) return reject(new Error(`The audit ended with ${code}: ${said}`));
      resolve({
        seconds: (performance.now() - started) / 1000,
        megabytes: Number(kilobytes) / 1024,
        lines,
      });
    });
  });
}

/** Says at the end how much memory the process had at most. */
const WATCH = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'));",
)}`;

interface Profile {
  nodes: { id: number; callFrame: { url: string; functionName: string } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Seconds that each file takes by itself. */
async function secondsByFile(folder: string): Promise<Map<string, number>> {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  const profile = JSON.parse(await readFile(path.join(folder, file ?? ''), 'utf8')) as Profile;
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const seconds = new Map<string, number>();
  for (const [index, sample] of profile.samples.entries()) {
    const { url = '', functionName = '' } = frames.get(sample) ?? {};
    const place = url.includes('/node_modules/')
      ? url.replace(/^.*\/node_modules\/((?:@[^/]+\/)?[^/]+).*$/, '$1')
      : url.startsWith('file:')
        ? path.relative(ROOT, new URL(url).pathname)
        : url || functionName;
    seconds.set(place, (seconds.get(place) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1e6);
  }
  return seconds;
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-audit-'));
try {
  const dir = path.join(folder, 'content');
  const source = await readContent(path.join(ROOT, 'content'));
  const made = await makeHelpCentre(dir, source, { articles, commits: articles * 4 });
  await makeFeedback(path.join(folder, 'feedback.db'), made, {
    votes: articles * 200,
    views: articles * 200,
    searches: articles * 40,
  });
  console.log(
    `${articles} articles, ${articles * 4} commits, ${articles * 200} votes, as many views, ${articles * 40} searches`,
  );
  const runs: Run[] = [];
  const bare: Run[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    runs.push(await audit(dir, [], []));
    bare.push(await audit(dir, [], ['--without', 'votes,history']));
  }
  const median = (all: Run[]) => all.sort((a, b) => a.seconds - b.seconds)[ROUNDS >> 1] as Run;
  const whole = median(runs);
  const alone = median(bare);
  const shown = ({ seconds, megabytes, lines }: Run) =>
    `${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB at most, ${lines} lines`;
  console.log(
    `the whole audit               ${shown(whole)} (${(whole.seconds / alone.seconds).toFixed(2)} times)`,
  );
  console.log(`without votes and history     ${shown(alone)}`);

  const profile = path.join(folder, 'profile');
  await mkdir(profile);
  await audit(dir, ['--cpu-prof', `--cpu-prof-dir=${profile}`], []);
  const places = [...(await secondsByFile(profile))].sort((a, b) => b[1] - a[1]).slice(0, NAMED);
  console.log('\nwhere the time goes (seconds in each file or package itself):');
  for (const [place, seconds] of places) console.log(`  ${seconds.toFixed(2).padStart(6)}  ${place}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
