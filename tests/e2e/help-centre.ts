import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ENGINE = fileURLToPath(new URL('../../', import.meta.url));

/** A program of `scripts/` that serves until it is stopped. */
export interface RunningProgram {
  /** E.g. `http://127.0.0.1:40321` */
  address: string;
  /** Everything it has printed. */
  output(): string;
  /** Stops it as an operator would, and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts `npm start` for a site that is already built, on a free port. */
export function startHelpCentre(options: {
  content: string;
  dist: string;
  database: string;
  token?: string;
  /** Further settings for operators. E.g. `{ LOG_LEVEL: 'debug' }` */
  env?: Readonly<Record<string, string>>;
}): Promise<RunningProgram> {
  const { content, dist, database, token, env } = options;
  return serve(['start.ts', '--no-build', '--content', content, '--out', dist, '--database', database], {
    PORT: '0',
    // The browsers of the tests say where their readers sit, as a proxy would.
    TRUSTED_PROXIES: '127.0.0.1',
    ...(token ? { FEEDBACK_TOKEN: token } : {}),
    ...env,
  });
}

function start([script, ...args]: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [`${ENGINE}scripts/${script}`, ...args], {
    cwd: ENGINE,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function serve(command: readonly string[], env: Record<string, string>): Promise<RunningProgram> {
  const child = start(command, env);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let output = '';
  return new Promise((resolve, reject) => {
    const collect = (chunk: string) => {
      output += chunk;
      const address = /(http:\/\/[^\s/]+)/.exec(output)?.[1];
      if (!address) return;
      resolve({
        address,
        output: () => output,
        stop: () => {
          child.kill('SIGTERM');
          return ended;
        },
      });
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    void ended.then((code) => reject(new Error(`The program ended with ${code}:\n${output}`)));
  });
}
