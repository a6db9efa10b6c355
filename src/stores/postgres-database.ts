import type postgres from 'postgres';
import { addedBefore, addList, listOf } from './additions.ts';
import {
  type Database,
  POSTGRES,
  type Reading,
  type SqlValue,
  type Statement,
  type Write,
} from './database.ts';
import { GroupCommit } from './group-commit.ts';
import { concernsOnlyStatement, explainPostgres } from './postgres-errors.ts';
import type { PostgresRetries } from './postgres-retries.ts';
import type { Table } from './row-columns.ts';
import type { NewRow } from './submission-rows.ts';
import { type Stage, stagesOf } from './write-stages.ts';

export type Sql = postgres.Sql<{ bigint: number }>;
type Transaction = postgres.TransactionSql<{ bigint: number }>;

/** How many rows are fetched at a time where there may be very many. */
const PAGE = 5000;

/**
 * A database on a PostgreSQL server.
 *
 * Where the connection is cut just as the database commits, nobody knows whether it did. The work is then done again, and a
 * submission that is found with the same id and the same instant of receipt is taken for the one that was to be added. What was withdrawn
 * is told as "there is no such vote" then, and a step of a deletion that was made goes uncounted.
 */
export class PostgresDatabase implements Database {
  readonly dialect = POSTGRES;
  readonly #sql: Sql;
  readonly #where: string;
  readonly #retries: PostgresRetries;
  readonly #running = new Set<Promise<unknown>>();
  readonly #lane = new GroupCommit<Write, number>((writes) => this.#commit(writes));

  /** @param where names the database without the password */
  constructor(sql: Sql, where: string, retries: PostgresRetries) {
    this.#sql = sql;
    this.#where = where;
    this.#retries = retries;
  }

  write(write: Write): Promise<number> {
    return this.#lane.add(write);
  }

  run(statement: string, values: readonly SqlValue[] = []): Promise<number> {
    return this.#explained(async () => (await ask(this.#sql, statement, values)).count);
  }

  together(statements: () => Iterable<Statement>): Promise<void> {
    return this.#explained(async () => {
      await this.#sql.begin(async (transaction) => {
        for (const { statement, values } of statements()) await transaction.unsafe(statement, [...values]);
      });
    });
  }

  all<Row>(statement: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return this.#explained(async () => [...(await ask(this.#sql, statement, values))] as Row[]);
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
    await this.#lane.drain();
    await Promise.allSettled(this.#running);
    // Without a limit the driver waits for good on a connection that was cut in the midst of a statement.
    await this.#sql.end({ timeout: 0 });
  }

  /** Makes the writes in one transaction; where the database refuses one for what it says, each in one of its own. */
  async #commit(writes: readonly Write[]): Promise<PromiseSettledResult<number>[]> {
    try {
      const counts = await this.#retries.run((doubtful) => this.#together(writes, doubtful));
      return counts.map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      const reason = explainPostgres(error, this.#where);
      if (!concernsOnlyStatement(error)) throw reason;
      if (writes.length === 1) return [{ status: 'rejected', reason }];
      const results: PromiseSettledResult<number>[] = [];
      for (const write of writes) results.push(...(await this.#commit([write])));
      return results;
    }
  }

  /** How many rows each of the writes added or changed. */
  async #together(writes: readonly Write[], doubtful: boolean): Promise<number[]> {
    const stages = stagesOf(writes);
    const counts = writes.map(() => 0);
    const [stage] = stages;
    if (!stage) return counts;
    // One statement is a transaction by itself, which spares two trips to the server.
    const alone = stages.length === 1 && stage.additions.size + stage.changes.length === 1 && !doubtful;
    if (alone) await writeStage(this.#sql, stage, counts, doubtful);
    else {
      await this.#sql.begin(async (transaction) => {
        for (const each of stages) await writeStage(transaction, each, counts, doubtful);
      });
    }
    return counts;
  }

  #asOfOneMoment<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#explained(() => {
      return this.#sql.begin('isolation level repeatable read read only', async (transaction) => {
        // For all that is asked here there is an index, in the order of the groups. Left to itself, PostgreSQL would read
        // the whole table and sort it or hash it, which takes two to three times the work.
        await transaction.unsafe('SET LOCAL enable_seqscan = off');
        return work(transaction);
      }) as Promise<T>;
    });
  }

  async #explained<T>(work: () => Promise<T>): Promise<T> {
    const running = this.#retries.run(work);
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

/** Sends all statements of a stage without waiting for each answer; the server answers them in their order. */
async function writeStage(
  sql: Sql | Transaction,
  { additions, changes }: Stage,
  counts: number[],
  doubtful: boolean,
): Promise<void> {
  const adding = [...additions].map(async ([table, rows]) => {
    const ids = await addRows(
      sql,
      table,
      rows.map(({ row }) => row),
      doubtful,
    );
    for (const { row, of } of rows) if (ids.has(row.id)) counts[of] = (counts[of] ?? 0) + 1;
  });
  // In one order everywhere, so that two groups that change the same votes never wait for each other.
  const sorted = changes.toSorted((a, b) =>
    a.change.id < b.change.id ? -1 : a.change.id > b.change.id ? 1 : 0,
  );
  const changing = sorted.map(async ({ change, of }) => {
    counts[of] = (await ask(sql, change.statement, change.values)).count;
  });
  await Promise.all([...adding, ...changing]);
}

/** Gives the ids of the rows that were added, by this attempt or by one before. */
async function addRows(
  sql: Sql | Transaction,
  table: Table,
  rows: readonly NewRow[],
  doubtful: boolean,
): Promise<Set<string>> {
  const list = listOf(rows);
  const statements = [
    ...(doubtful ? [addedBefore(table, POSTGRES.elements)] : []),
    addList(table, POSTGRES.elements),
  ];
  const answers = await Promise.all(statements.map((statement) => ask(sql, statement, [list])));
  return new Set(answers.flat().map(({ id }) => id as string));
}

function ask(sql: Sql | Transaction, statement: string, values: readonly SqlValue[]) {
  return sql.unsafe(statement, [...values], { prepare: true });
}
