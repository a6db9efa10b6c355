import postgres from 'postgres';
import { UserError } from '../core/user-error.ts';
import { COCKROACH, type Dialect, POSTGRES } from './database.ts';
import { MIGRATIONS, type Migration, nextStep, VERSION } from './migrations.ts';
import { readPostgresAddress } from './postgres-address.ts';
import { PostgresDatabase, type Sql } from './postgres-database.ts';
import { explainPostgres, notAnAddress, readOnly } from './postgres-errors.ts';
import { PostgresRetries } from './postgres-retries.ts';
import { socketsOf } from './postgres-socket.ts';
import { SqlStore } from './sql-store.ts';

/** Counts and instants are 64 bits wide there; ours stay below 2^53. */
const bigint = { to: 20, from: [20], serialize: String, parse: Number };

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
  const sql = connect(address);
  const where = nameOf(sql);
  try {
    const dialect = await refuseUnfit(sql, where);
    const retries = new PostgresRetries(patience);
    await migrate(sql, dialect, migrations, retries);
    return new SqlStore(new PostgresDatabase(sql, where, retries));
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw explainPostgres(error, where);
  }
}

function connect(address: string): Sql {
  const { server, pool, ssl, settings } = readPostgresAddress(address);
  try {
    return postgres(server, {
      max: pool,
      ssl,
      // Its types leave it out: https://github.com/porsager/postgres#custom-socket
      ...{ socket: socketsOf() },
      connect_timeout: 5,
      // The driver would wait ever longer, up to 20 seconds, before it looks whether the database is back.
      backoff: () => 0.1,
      idle_timeout: 300,
      fetch_types: false,
      onnotice: () => {},
      types: { bigint },
      connection: {
        application_name: 'kundig',
        statement_timeout: 30_000,
        idle_in_transaction_session_timeout: 30_000,
        ...settings,
      },
    });
  } catch {
    throw notAnAddress();
  }
}

/** The database without user and password, e.g. `db.example.com:5432/feedback`. */
function nameOf({ options: { host, port, database } }: Sql): string {
  return `${host.map((name, index) => `${name}:${port[index]}`).join(',')}/${database}`;
}

/** @returns how the server wants its SQL */
async function refuseUnfit(sql: Sql, where: string): Promise<Dialect> {
  const [found] = await sql<{ encoding: string; readOnly: string; version: string }[]>`
    SELECT current_setting('server_encoding') AS encoding, current_setting('transaction_read_only') AS "readOnly",
      version() AS version`;
  if (found?.readOnly === 'on') throw readOnly(where);
  if (found?.encoding !== 'UTF8') {
    throw new UserError(
      `The feedback database ${where} keeps text as ${found?.encoding}, which cannot hold every language.`,
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
  sql: Sql,
  dialect: Dialect,
  migrations: readonly Migration[],
  retries: PostgresRetries,
): Promise<void> {
  for (;;) {
    const version = await versionOf(sql);
    const step = nextStep(version, dialect, migrations);
    if (!step) return;
    try {
      await retries.run(() =>
        sql.begin(async (transaction) => {
          for (const statement of step) await transaction.unsafe(statement);
        }),
      );
    } catch (error) {
      if ((await versionOf(sql)) === version) throw error;
    }
  }
}

async function versionOf(sql: Sql): Promise<number> {
  const [known] = await sql.unsafe(POSTGRES.hasMigrations);
  const [row] = known ? await sql.unsafe<{ version: number }[]>(VERSION) : [];
  return row?.version ?? 0;
}
