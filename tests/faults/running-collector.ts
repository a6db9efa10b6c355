import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Published } from './published.ts';

const ENGINE = fileURLToPath(new URL('../../', import.meta.url));

/** `npm run collector` as a program of its own. */
export interface RunningCollector {
  /** E.g. `http://127.0.0.1:40321` */
  address: string;
  process: ChildProcess;
  /** Sends a signal and gives the exit code, `null` where the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Everything that it has printed. */
  output(): string;
}

interface Start extends Pick<Published, 'content'> {
  /** Path of a file, or an address of PostgreSQL. */
  database: string;
  env?: Readonly<Record<string, string>>;
  /** What runs it, e.g. a limit for the size of files; without it, nothing. */
  under?: readonly string[];
}

/** Starts the collector on a free port; it is killed after the test at the latest. */
export async function startCollector({
  content,
  database,
  env = {},
  under = [],
}: Start): Promise<RunningCollector> {
  const [command = '', ...args] = [
    ...under,
    process.execPath,
    `${ENGINE}scripts/collector.ts`,
    ...['--content', content, '--database', database],
  ];
  const child = spawn(command, args, {
    cwd: ENGINE,
    // Every vote comes from an address of its own, as from a proxy: what is tried here is not who may send how much.
    env: {
      ...process.env,
      NO_COLOR: '1',
      PORT: '0',
      TRUSTED_PROXIES: '127.0.0.1',
      FEEDBACK_PROOF: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  let output = '';
  const address = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
        if (found) resolve(found);
      });
    }
  });
  const early = ended.then((code) => {
    throw new Error(`The collector ended with ${code}:\n${output}`);
  });
  early.catch(() => {});
  return {
    address: await Promise.race([address, early]),
    process: child,
    output: () => output,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
