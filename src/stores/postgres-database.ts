import { createHash } from 'node:crypto';
import type { QueryResult } from 'pg';
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
import type { Connection, PostgresConnections } from './postgres-connections.ts';
import { concernsOnlyStatement, explainPostgres } from './postgres-errors.ts';
import type { PostgresRetries } from './postgres-retries.ts';
import type { Table } from './row-columns.ts';
import type { NewRow } from './submission-rows.ts';
import { type Stage, stagesOf } from './write-stages.ts';

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
  readonly #connections: PostgresConnections;
  readonly #retries: PostgresRetries;
  readonly #running = new Set<Promise<unknown>>();
  readonly #lane = new GroupCommit<Write, number>((writes) => this.#commit(writes));

  constructor(connections: PostgresConnections, retries: PostgresRetries) {
    this.#connections = connections;
    this.#retries = retries;
  }

  write(write: Write): Promise<number> {
    return this.#lane.add(write);
  }

  async run(statement: string, values: readonly SqlValue[] = []): Promise<number> {
    return (await this.#ask(statement, values)).rowCount ?? 0;
  }

  together(statements: () => Iterable<Statement>): Promise<void> {
    return this.#explained(() => {
      return this.#connections.transaction(async (transaction) => {
        for (const { statement, values } of statements()) await transaction.query(statement, [...values]);
      });
    });
  }

  async all<Row>(statement: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return (await this.#ask(statement, values)).rows;
  }

  snapshot(statements: readonly string[]): Promise<unknown[][]> {
    return this.#asOfOneMoment(async (transaction) => {
      const answers: unknown[][] = [];
      for (const statement of statements) answers.push((await transaction.query(statement)).rows);
      return answers;
    });
  }

  read<Result>(begin: () => Reading<Result>): Promise<Result> {
    return this.#asOfOneMoment(async (transaction) => {
      const { questions, result } = begin();
      for (const { statement, values = [], take } of questions) {
        await transaction.query(`DECLARE asked NO SCROLL CURSOR FOR ${statement}`, [...values]);
        let rows: unknown[];
        do {
          ({ rows } = await transaction.query(`FETCH ${PAGE} FROM asked`));
          for (const row of rows) take(row as never);
        } while (rows.length === PAGE);
        await transaction.query('CLOSE asked');
      }
      return result();
    });
  }

  /** PostgreSQL's own autovacuum does this. */
  async scrub(): Promise<void> {}

  async close(): Promise<void> {
    await this.#lane.drain();
    await Promise.allSettled(this.#running);
    await this.#connections.close();
  }

  /** Makes the writes in one transaction; where the database refuses one for what it says, each in one of its own. */
  async #commit(writes: readonly Write[]): Promise<PromiseSettledResult<number>[]> {
    try {
      const counts = await this.#retries.run((doubtful) => this.#together(writes, doubtful));
      return counts.map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      const reason = explainPostgres(error, this.#connections.where);
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
    if (alone) await this.#connections.use((connection) => writeStage(connection, stage, counts, doubtful));
    else {
      await this.#connections.transaction(async (transaction) => {
        for (const each of stages) await writeStage(transaction, each, counts, doubtful);
      });
    }
    return counts;
  }

  #ask(statement: string, values: readonly SqlValue[]): Promise<QueryResult> {
    return this.#explained(() => {
      return this.#connections.use((connection) => connection.query(statement, [...values]));
    });
  }

  #asOfOneMoment<T>(work: (transaction: Connection) => Promise<T>): Promise<T> {
    const mode = 'ISOLATION LEVEL REPEATABLE READ READ ONLY';
    return this.#explained(() => {
      return this.#connections.transaction(async (transaction) => {
        // For all that is asked here there is an index, in the order of the groups. Left to itself, PostgreSQL would read
        // the whole table and sort it or hash it, which takes two to three times the work.
        await transaction.query('SET LOCAL enable_seqscan = off');
        // It would also take whoever asks page by page for somebody who wants the first pages only.
        await transaction.query('SET LOCAL cursor_tuple_fraction = 1');
        return work(transaction);
      }, mode);
    });
  }

  async #explained<T>(work: () => Promise<T>): Promise<T> {
    const running = this.#retries.run(work);
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      throw explainPostgres(error, this.#connections.where);
    } finally {
      this.#running.delete(running);
    }
  }
}

/** Sends all statements of a stage without waiting for each answer; the server answers them in their order. */
async function writeStage(
  connection: Connection,
  { additions, changes }: Stage,
  counts: number[],
  doubtful: boolean,
): Promise<void> {
  const adding = [...additions].map(async ([table, rows]) => {
    const ids = await addRows(
      connection,
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
    counts[of] = (await askPrepared(connection, change.statement, change.values)).rowCount ?? 0;
  });
  await allOf([...adding, ...changing]);
}

/** Gives the ids of the rows that were added, by this attempt or by one before. */
async function addRows(
  connection: Connection,
  table: Table,
  rows: readonly NewRow[],
  doubtful: boolean,
): Promise<Set<string>> {
  const list = listOf(rows);
  const statements = [
    ...(doubtful ? [addedBefore(table, POSTGRES.elements)] : []),
    addList(table, POSTGRES.elements),
  ];
  const answers = await allOf(statements.map((statement) => askPrepared(connection, statement, [list])));
  return new Set(answers.flatMap(({ rows }) => rows.map(({ id }) => id)));
}

/**
 * Waits for all of them, and throws what the first failed with: after one has failed in a transaction, the others fail for
 * that alone.
 */
async function allOf<T>(asked: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(asked);
  const answers: T[] = [];
  for (const each of asked) answers.push(await each);
  return answers;
}

/**
 * Asks what each connection has to be told only once. Not for statements with `*`: the server refuses them on a connection that
 * was told before a column was added.
 */
function askPrepared(
  connection: Connection,
  text: string,
  values: readonly SqlValue[],
): Promise<QueryResult<{ id: string }>> {
  return connection.query({ name: nameOf(text), text, values: [...values] });
}

const names = new Map<string, string>();

function nameOf(statement: string): string {
  const name = names.get(statement) ?? createHash('sha256').update(statement).digest('base64url');
  names.set(statement, name);
  return name;
}
