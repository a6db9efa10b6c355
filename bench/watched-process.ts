import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** What a process took, and how much it printed. */
export interface Run {
  seconds: number;
  /** Seconds of a processor, which other programs make longer only a little. */
  processor: number;
  /** The peak that the system has seen. */
  megabytes: number;
  lines: number;
}

/**
 * Runs a program of this repository in a process of its own.
 *
 * @param command What follows `node`.
 * @throws Error with what it said if it ends with anything but 0
 */
export function runWatched(command: readonly string[], settings: Record<string, string> = {}): Promise<Run> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', WATCH, ...command], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...settings },
    });
    let lines = 0;
    let said = '';
    child.stdout.on('data', (data: Buffer) => (lines += data.toString().split('\n').length - 1));
    child.stderr.on('data', (data: Buffer) => (said += data));
    child.on('error', reject);
    child.on('close', (code) => {
      const [, kilobytes, microseconds] = /^peak (\d+) (\d+)$/m.exec(said) ?? [];
      if (code !== 0 || !kilobytes) return reject(new Error(`The process ended with ${code}: ${said}`));
      resolve({
        seconds: (performance.now() - started) / 1000,
        processor: Number(microseconds) / 1e6,
        megabytes: Number(kilobytes) / 1024,
        lines,
      });
    });
  });
}

/** The run in the middle of so many, by time. */
export async function medianRun(rounds: number, run: () => Promise<Run>): Promise<Run> {
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await run());
  return runs.sort((a, b) => a.seconds - b.seconds)[rounds >> 1] as Run;
}

/** What `npm run NAME` gives to Node, e.g. `['--max-old-space-size=100', 'scripts/audit.ts']`. */
export async function commandOf(name: string): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  return (scripts[name] as string).split(' ').slice(1);
}

/** Says at the end how much memory and processor the process took. */
const WATCH = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stderr.write('\\npeak ' + maxRSS + ' ' + (userCPUTime + systemCPUTime) + '\\n');
  });`,
)}`;

interface Profile {
  nodes: { id: number; callFrame: { url: string; functionName: string } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Prints the files and packages that take most seconds by themselves, by the profile that is in a folder. */
export async function printSecondsByFile(folder: string, most: number): Promise<void> {
  const places = [...(await secondsByFile(folder))].sort((a, b) => b[1] - a[1]).slice(0, most);
  console.log('\nwhere the time goes (seconds in each file or package itself):');
  for (const [place, seconds] of places) console.log(`  ${seconds.toFixed(2).padStart(6)}  ${place}`);
}

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
