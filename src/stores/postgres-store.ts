import { setTimeout } from 'node:timers/promises';
import postgres from 'postgres';
import { UserError } from '../core/user-error.ts';
import { type Database, POSTGRES, type Reading, type SqlValue } from './database.ts';
import { MIGRATIONS, type Migration, nextStep, VERSION } from './migrations.ts';
import { explainPostgres, notAnAddress, readOnly } from './postgres-errors.ts';
import { SqlStore } from './sql-store.ts';

/** Counts and instants are 64 bits wide there; ours stay below 2^53. */
const bigint = { to: 20, from: [20], serialize: String, parse: Number };
type Sql = postgres.Sql<{ bigint: number }>;
type Transaction = postgres.TransactionSql<{ bigint: number }>;

/** The database's own words for "try again": serialization failure, deadlock, completion unknown. */
const AGAIN = new Set(['40001', '40P01', '40003']);
const ATTEMPTS = 8;

/** How many rows are fetched at a time where there may be very many. */
const PAGE = 5000;

/** Names the lock under which one process at a time changes the layout of the tables. */
const MIGRATION_LOCK = 1265987172;

interface Options {
  migrations?: readonly Migration[];
}

/**
 * Opens the store in the PostgreSQL database with this address. Settings may follow the address, e.g.
 * `?sslmode=require`, `?search_path=kundig` or `?statement_timeout=60000` (milliseconds; 30,000 if nothing is said).
 *
 * @throws UserError if the database cannot be used; nothing was changed then.
 */
export async function openPostgresStore(
  address: string,
  { migrations = MIGRATIONS }: Options = {},
): Promise<SqlStore> {
  const sql = connect(address);
  const where = nameOf(sql);
  try {
    await refuseUnfit(sql, where);
    await migrate(sql, migrations);
    return new SqlStore(new PostgresDatabase(sql, where));
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw explainPostgres(error, where);
  }
}

function connect(address: string): Sql {
  try {
    return postgres(address, {
      max: 4,
      connect_timeout: 10,
      idle_timeout: 300,
      fetch_types: false,
      onnotice: () => {},
      types: { bigint },
      connection: {
        application_name: 'kundig',
        statement_timeout: 30_000,
        idle_in_transaction_session_timeout: 30_000,
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

async function refuseUnfit(sql: Sql, where: string): Promise<void> {
  const [found] = await sql<{ encoding: string; readOnly: string }[]>`
    SELECT current_setting('server_encoding') AS encoding, current_setting('transaction_read_only') AS "readOnly"`;
  if (found?.readOnly === 'on') throw readOnly(where);
  if (found?.encoding !== 'UTF8') {
    throw new UserError(
      `The feedback database ${where} keeps text as ${found?.encoding}, which cannot hold every language.`,
      "Make one with UTF-8: CREATE DATABASE feedback ENCODING 'UTF8' TEMPLATE template0.",
    );
  }
}

async function migrate(sql: Sql, migrations: readonly Migration[]): Promise<void> {
  for (let more = true; more; ) {
    more = await again(() =>
      sql.begin(async (transaction) => {
        await transaction`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`;
        const [known] = await transaction.unsafe(POSTGRES.hasMigrations);
        const [row] = known ? await transaction.unsafe<{ version: number }[]>(VERSION) : [];
        const step = nextStep(row?.version ?? 0, POSTGRES, migrations);
        for (const statement of step ?? []) await transaction.unsafe(statement);
        return step !== undefined;
      }),
    );
  }
}

/** Does the work again where the database asks for it. The ids of submissions make that safe. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !AGAIN.has(String((error as { code?: unknown }).code))) throw error;
      // Two that met once should not meet again: each waits for a time of its own.
      await setTimeout(Math.random() * 10 * 2 ** attempt);
    }
  }
}

class PostgresDatabase implements Database {
  readonly dialect = POSTGRES;
  readonly #sql: Sql;
  readonly #where: string;
  readonly #running = new Set<Promise<unknown>>();

  constructor(sql: Sql, where: string) {
    this.#sql = sql;
    this.#where = where;
  }

  run(statement: string, values: readonly SqlValue[] = []): Promise<number> {
    return this.#explained(async () => (await this.#query(statement, values)).count);
  }

  all<Row>(statement: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return this.#explained(async () => [...(await this.#query(statement, values))] as Row[]);
  }

  snapshot(statements: readonly string[]): Promise<unknown[][]> {
    return this.#asOfOneMoment(async (transaction) => {
      const answers: unknown[][] = [];
      for (const statement of statements) answers.push([...(await transaction.unsafe(statement))]);
      return answers;
    });
  }

  read<Result>(begin: () => Reading<Result>): Promise<Result> {
    return this.#asOfOneMoment(async (transaction) => {
      const { questions, result } = begin();
      for (const { statement, values = [], take } of questions) {
        await transaction.unsafe(statement, [...values]).cursor(PAGE, (rows) => {
          for (const row of rows) take(row as never);
        });
      }
      return result();
    });
  }

  /** PostgreSQL's own autovacuum does this. */
  async scrub(): Promise<void> {}

  async close(): Promise<void> {
    await Promise.allSettled(this.#running);
    // Without a limit the driver waits for good on a connection that was cut in the midst of a statement.
    await this.#sql.end({ timeout: 0 });
  }

  #query(statement: string, values: readonly SqlValue[]) {
    return this.#sql.unsafe(statement, [...values], { prepare: true });
  }

  #asOfOneMoment<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#explained(() => {
      return this.#sql.begin('isolation level repeatable read read only', work) as Promise<T>;
    });
  }

  async #explained<T>(work: () => Promise<T>): Promise<T> {
    const running = again(work);
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      throw explainPostgres(error, this.#where);
    } finally {
      this.#running.delete(running);
    }
  }
}
