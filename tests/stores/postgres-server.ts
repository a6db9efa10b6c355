import { afterAll, beforeAll } from 'vitest';
import { type OtherClient, otherClient } from './postgres-client.ts';
import { type RunningPostgres, startPostgres } from './postgres-process.ts';

/** A PostgreSQL server of one test file. */
export interface PostgresServer {
  /** Makes an empty schema in a database that others use too, and gives its address. Takes a few milliseconds. */
  newPlace(): Promise<string>;
  /** Makes an empty database and gives its address. */
  newDatabase(): Promise<string>;
}

/**
 * Starts a real PostgreSQL before the tests of this file and stops it after them. Several test files can run side
 * by side: each has a server of its own.
 *
 * @example
 * const server = usePostgres();
 * test('…', async () => { const store = await openStore(await server.newPlace()); … });
 */
export function usePostgres(): PostgresServer {
  let server: RunningPostgres;
  let owner: OtherClient;
  let places = 0;

  beforeAll(async () => {
    server = await startPostgres();
    owner = otherClient(server.address('postgres'));
  }, 60_000);

  // What was not started says so itself, and need not be stopped.
  afterAll(async () => {
    await owner?.end();
    await server?.stop();
  }, 30_000);

  return {
    async newPlace() {
      places += 1;
      await owner.raw(`CREATE SCHEMA place_${places}`);
      return `${server.address('postgres')}?search_path=place_${places}`;
    },
    async newDatabase() {
      places += 1;
      await owner.raw(`CREATE DATABASE feedback_${places}`);
      return server.address(`feedback_${places}`);
    },
  };
}
