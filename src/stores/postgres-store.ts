import { UserError } from '../core/user-error.ts';
import { COCKROACH, type Dialect, POSTGRES } from './database.ts';
import { MIGRATIONS, type Migration, nextStep, VERSION } from './migrations.ts';
import { readPostgresAddress } from './postgres-address.ts';
import { type Connection, connectTo, type PostgresConnections } from './postgres-connections.ts';
import { PostgresDatabase } from './postgres-database.ts';
import { explainPostgres, readOnly } from './postgres-errors.ts';
import { PostgresRetries } from './postgres-retries.ts';
import { SqlStore } from './sql-store.ts';

interface Options {
  /** How long to wait for a database that is gone, in milliseconds. A server that restarts is gone for a few seconds. */
  patience?: number | undefined;
  migrations?: readonly Migration[];
}

/**
 * Opens the store in the PostgreSQL database with this address. Settings may follow it, e.g. `?sslmode=verify-full`,
 * `?pool=8` or `?statement_timeout=60000`; {@link readPostgresAddress} knows them.
 *
 * @throws UserError if the database cannot be used; nothing was changed then.
 */
export async function openPostgresStore(
  address: string,
  { patience = 5000, migrations = MIGRATIONS }: Options = {},
): Promise<SqlStore> {
  // A server that is not there at the start is a wrong address more often than a restart: nobody waits for it.
  const connections = await connectTo(readPostgresAddress(address));
  const retries = new PostgresRetries(patience);
  try {
    const dialect = await retries.run(() => refuseUnfit(connections));
    await migrate(connections, dialect, migrations, retries);
    return new SqlStore(new PostgresDatabase(connections, retries));
  } catch (error) {
    await connections.close();
    throw explainPostgres(error, connections.where);
  }
}

/** @returns how the server wants its SQL */
async function refuseUnfit(connections: PostgresConnections): Promise<Dialect> {
  const { rows } = await connections.use((connection) =>
    connection.query<{ encoding: string; isReadOnly: boolean; version: string }>(
      `SELECT current_setting('server_encoding') AS encoding, version() AS version,
        current_setting('transaction_read_only') = 'on' AS "isReadOnly"`,
    ),
  );
  const [found] = rows;
  if (found?.isReadOnly) throw readOnly(connections.where);
  if (found?.encoding !== 'UTF8') {
    throw new UserError(
      `The feedback database ${connections.where} keeps text as ${found?.encoding}, which cannot hold every language.`,
      "Make one with UTF-8: CREATE DATABASE feedback ENCODING 'UTF8' TEMPLATE template0.",
    );
  }
  return found.version.startsWith('CockroachDB') ? COCKROACH : POSTGRES;
}

/**
 * Takes the tables to the newest layout. No lock is needed, which not every database has: of two programs that take a step
 * at once the second waits until the first has written down that it is done, fails on that, and finds it done.
 */
async function migrate(
  connections: PostgresConnections,
  dialect: Dialect,
  migrations: readonly Migration[],
  retries: PostgresRetries,
): Promise<void> {
  const versionNow = () => retries.run(() => connections.use(versionOf));
  for (;;) {
    const version = await versionNow();
    const step = nextStep(version, dialect, migrations);
    if (!step) return;
    try {
      // All at once: the fewer trips to the server, the fewer of them can be cut short.
      await retries.run(() => connections.transaction((transaction) => transaction.query(step.join(';\n'))));
    } catch (error) {
      if ((await versionNow()) === version) throw error;
    }
  }
}

async function versionOf(connection: Connection): Promise<number> {
  const known = await connection.query(POSTGRES.hasMigrations);
  if (known.rows.length === 0) return 0;
  const { rows } = await connection.query<{ version: number }>(VERSION);
  return rows[0]?.version ?? 0;
}
