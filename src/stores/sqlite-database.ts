import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { ADD_ONE, valuesOf } from './additions.ts';
import {
  type Addition,
  type Database,
  type Reading,
  SQLITE,
  type SqlValue,
  type Statement,
  type Write,
} from './database.ts';
import { GroupCommit } from './group-commit.ts';
import { concernsOnlyStatement, explainSqlite, isBusy, isDamage } from './sqlite-errors.ts';
import { SqliteFiles } from './sqlite-files.ts';

/** What waits for the next commit: all that is written goes through one lane, since SQLite lets one write at a time. */
type Work = Write | Statement | { statements: () => Iterable<Statement> };

/**
 * Everything but the waiting for another program's lock happens at once: no other work of the process can come between
 * two statements of a method.
 */
export class SqliteDatabase implements Database {
  readonly dialect = SQLITE;
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #files: SqliteFiles;
  readonly #patience: number;
  /** Whether somebody was reading when the log was to be emptied, e.g. for a summary: the next commit tries again. */
  #isLogLeft = false;
  readonly #prepared = new Map<string, StatementSync>();
  readonly #lane = new GroupCommit<Work, number>((works) => this.#commit(works));

  /** @param patience how long to wait for another program's lock, in milliseconds */
  constructor(database: DatabaseSync, file: string, patience: number) {
    this.#database = database;
    this.#file = file;
    this.#files = new SqliteFiles(file);
    this.#patience = patience;
  }

  write(write: Write): Promise<number> {
    return this.#lane.add(write);
  }

  run(statement: string, values: readonly SqlValue[] = []): Promise<number> {
    return this.#lane.add({ statement, values });
  }

  async together(statements: () => Iterable<Statement>): Promise<void> {
    await this.#lane.add({ statements });
  }

  async all<Row>(statement: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return this.#explained(() => this.#prepare(statement).all(named(values)) as Row[]);
  }

  async snapshot(statements: readonly string[]): Promise<unknown[][]> {
    return this.#asOfOneMoment(() => statements.map((statement) => this.#prepare(statement).all()));
  }

  async read<Result>(begin: () => Reading<Result>): Promise<Result> {
    return this.#asOfOneMoment(() => {
      const { questions, result } = begin();
      for (const { statement, values = [], take } of questions) {
        for (const row of this.#prepare(statement).iterate(named(values))) take(row as never);
      }
      return result();
    });
  }

  /** Empties the write-ahead log, where old pages lie. If another program is reading, this is left for later. */
  async scrub(): Promise<void> {
    this.#explained(() => this.#emptyLog());
  }

  async close(): Promise<void> {
    await this.#lane.drain();
    if (this.#database.isOpen) this.#database.close();
  }

  async #commit(works: readonly Work[]): Promise<PromiseSettledResult<number>[]> {
    const until = performance.now() + this.#patience;
    while (!this.#begins(until)) await setTimeout(1 + 9 * Math.random());
    // From here to the end of the transaction nothing may wait: other work would be done within it.
    return this.#explained(() => {
      try {
        const results = works.map((work) => this.#settled(work));
        this.#database.exec('COMMIT');
        return this.#scrubbed(works, results);
      } catch (error) {
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /** Begins to write; `false` if another program does so, as long as there is time. */
  #begins(until: number): boolean {
    return this.#explained(() => {
      this.#refuseMissing();
      try {
        this.#atOnce(() => this.#database.exec('BEGIN IMMEDIATE'));
        return true;
      } catch (error) {
        if (isBusy(error) && performance.now() < until) return false;
        throw error;
      }
    });
  }

  /** Before it is said: what was stored lies in a log that may have no name any more, and would go with the process. */
  #refuseMissing(): void {
    try {
      this.#files.refuseMissing();
    } catch (missing) {
      this.#emptyLog();
      throw missing;
    }
  }

  /** A statement that the database refuses for what it says fails alone; any other failure is one of all. */
  #settled(work: Work): PromiseSettledResult<number> {
    try {
      return { status: 'fulfilled', value: this.#done(work) };
    } catch (error) {
      if (!this.#database.isTransaction || !concernsOnlyStatement(error)) throw error;
      return { status: 'rejected', reason: error };
    }
  }

  #done(work: Work): number {
    if ('statements' in work) return this.#whole(() => this.#ranAll(work.statements()));
    if (!('rows' in work)) return this.#ran(work);
    return work.rows.length === 1 ? this.#added(work) : this.#whole(() => this.#added(work));
  }

  #ran({ statement, values }: Statement): number {
    return Number(this.#prepare(statement).run(named(values)).changes);
  }

  #ranAll(statements: Iterable<Statement>): number {
    let changes = 0;
    for (const statement of statements) changes += this.#ran(statement);
    return changes;
  }

  #added({ table, rows }: Addition): number {
    const add = this.#prepare(ADD_ONE[table]);
    return rows.reduce((sum, row) => sum + Number(add.run(...valuesOf(table, row)).changes), 0);
  }

  /** Does all of some work, or nothing of it where a part fails. */
  #whole(work: () => number): number {
    this.#database.exec('SAVEPOINT whole');
    try {
      return work();
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK TO whole');
      throw error;
    } finally {
      if (this.#database.isTransaction) this.#database.exec('RELEASE whole');
    }
  }

  /** Once for the whole group: to empty the log takes as long for one that withdrew as for hundreds. */
  #scrubbed(works: readonly Work[], results: PromiseSettledResult<number>[]): PromiseSettledResult<number>[] {
    const withdrew = works.map((work, index) => {
      const result = results[index];
      return 'scrub' in work && result?.status === 'fulfilled' && result.value > 0;
    });
    if (!withdrew.includes(true) && !this.#isLogLeft) return results;
    try {
      this.#emptyLog();
      return results;
    } catch (error) {
      const rejected = { status: 'rejected', reason: explainSqlite(error, this.#file) } as const;
      return results.map((result, index) => (withdrew[index] ? rejected : result));
    }
  }

  #emptyLog(): void {
    this.#atOnce(() => {
      const { busy } = this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
      this.#isLogLeft = busy !== 0;
    });
  }

  /** Does something without waiting for another program, for which the whole process would stand still. */
  #atOnce(work: () => void): void {
    this.#database.exec('PRAGMA busy_timeout = 0');
    try {
      work();
    } finally {
      this.#database.exec(`PRAGMA busy_timeout = ${this.#patience}`);
    }
  }

  #prepare(statement: string): StatementSync {
    const known = this.#prepared.get(statement) ?? this.#database.prepare(statement);
    this.#prepared.set(statement, known);
    return known;
  }

  #asOfOneMoment<T>(work: () => T): T {
    return this.#explained(() => {
      this.#database.exec('BEGIN');
      try {
        return work();
      } finally {
        this.#database.exec('ROLLBACK');
      }
    });
  }

  #explained<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      // Else SQLite would go on with the bad pages that it holds in memory, even after the file was mended.
      if (isDamage(error)) this.#database.exec('PRAGMA shrink_memory');
      throw explainSqlite(error, this.#file);
    }
  }
}

/** The values of parameters by their names: `$1`, `$2`, … */
export function named(values: readonly SqlValue[]): Record<string, SqlValue> {
  return Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]));
}
