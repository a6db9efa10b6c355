import type { Aside } from '../core/feedback.ts';
import type { Database, Question, SqlValue } from './database.ts';
import { VERSION } from './migrations.ts';
import { ROW_COLUMNS, TABLES, type Table } from './row-columns.ts';
import { type Counts, countsOf, type Which, whereOf } from './row-counts.ts';
import { emptying, PAGE, paged, rowsWrite } from './row-writes.ts';
import { NOTES, type Notes, notesWrites } from './store-notes.ts';
import { storableJson } from './text.ts';

/** A row as it is in its table. One without a language was withdrawn: it keeps its id and when it came in. */
export type Row = { id: string; received: number } & Record<string, SqlValue>;

/** The rows of a store as they are, with what was withdrawn and what was set aside: for copies and backups. */
export class SqlRows {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All rows page by page, in the order of their ids. Rows that come in meanwhile may be among them. */
  async *pages(table: Table): AsyncGenerator<Row[]> {
    for (let after = ''; ; ) {
      const page = await this.#database.all<Row>(
        `SELECT * FROM ${table} WHERE id > $1 ORDER BY id LIMIT ${PAGE}`,
        [after],
      );
      const last = page.at(-1);
      if (!last) return;
      yield page;
      after = last.id;
    }
  }

  /** Those of these ids that are there, with their rows. */
  async of(table: Table, ids: readonly string[]): Promise<Map<string, Row>> {
    const rows = await this.#database.all<Row>(`SELECT * FROM ${table} WHERE id IN (${this.#given()})`, [
      listOf(ids),
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /**
   * Puts rows into a table, each page of them whole or not at all, and says how many it changed. A row that is there
   * already is replaced, unless it was withdrawn or changed later: then it stays as it is.
   */
  async write(table: Table, rows: readonly Row[]): Promise<number> {
    let written = 0;
    for (const page of paged(rows)) {
      const { statement, values } = rowsWrite(table, page, this.#database.dialect.elements);
      written += await this.#database.run(statement, values);
    }
    return written;
  }

  /** Removes rows as if they had never been, and says how many these were. */
  async remove(table: Table, ids: readonly string[]): Promise<number> {
    return this.#database.run(`DELETE FROM ${table} WHERE id IN (${this.#given()})`, [listOf(ids)]);
  }

  /** What the store keeps besides submissions. */
  async notes(): Promise<Notes> {
    return {
      secrets: await this.#database.all(NOTES.secrets),
      published: await this.#database.all(NOTES.published),
    };
  }

  /** Writes secrets in place of those that are there, and published texts beside them. */
  async writeNotes(notes: Notes): Promise<void> {
    for (const { statement, values } of notesWrites(notes, this.#database.dialect.elements)) {
      await this.#database.run(statement, values);
    }
  }

  async removeSecret(name: string): Promise<void> {
    await this.#database.run('DELETE FROM secrets WHERE name = $1', [name]);
  }

  /** How many rows there are, all or those that are meant. */
  async counts(which?: Which): Promise<Counts> {
    return countsOf(this.#database, which);
  }

  /** The version of the layout of the tables. */
  async layout(): Promise<number> {
    const [row] = await this.#database.all<{ version: number }>(VERSION);
    return row?.version ?? 0;
  }

  /**
   * Tells every row, and gives what is kept besides them, all as of one moment.
   *
   * @param begin gives what is told; it is asked again where the database wants to be asked again
   */
  async all(begin: () => (table: Table, row: Row) => void): Promise<Notes> {
    return this.#database.read(() => {
      const take = begin();
      const notes: Notes = { secrets: [], published: [] };
      const rows = TABLES.map(
        (table): Question => ({
          statement: `SELECT * FROM ${table} ORDER BY id`,
          take: (row: Row) => take(table, row),
        }),
      );
      const rest: Question[] = [
        { statement: NOTES.secrets, take: (secret: Notes['secrets'][0]) => notes.secrets.push(secret) },
        { statement: NOTES.published, take: (text: Notes['published'][0]) => notes.published.push(text) },
      ];
      return { questions: [...rows, ...rest], result: () => notes };
    });
  }

  /**
   * Puts these rows and notes in place of all that there is, or changes nothing. What was withdrawn here stays so.
   *
   * @param rowsOf gives the rows of a table; it is asked again where the database wants to be asked again
   */
  async replaceAll(rowsOf: (table: Table) => Iterable<Row>, notes: Notes): Promise<void> {
    const { elements } = this.#database.dialect;
    await this.#database.together(function* () {
      yield* emptying();
      yield* notesWrites(notes, elements);
      for (const table of TABLES) {
        for (const page of paged(rowsOf(table))) yield rowsWrite(table, page, elements);
      }
    });
    await this.#database.scrub();
  }

  /**
   * Erases what is meant: votes and answers are withdrawn, so that they stay away when they are delivered again, and
   * signals go as if they had never been.
   *
   * @returns how many submissions these were
   */
  async erase(which: Which): Promise<number> {
    let erased = 0;
    for (const table of TABLES) {
      const { clause, values } = whereOf(table, which);
      const due = `id IN (SELECT id FROM ${table} WHERE locale IS NOT NULL AND ${clause} LIMIT ${PAGE})`;
      const statement =
        table === 'signals'
          ? `DELETE FROM signals WHERE ${due}`
          : `UPDATE ${table} SET ${emptied(table)} WHERE ${due}`;
      for (let more = PAGE; more === PAGE; erased += more) more = await this.#database.run(statement, values);
    }
    await this.#database.scrub();
    return erased;
  }

  /**
   * Lets count what was set aside for this reason, and says how many submissions these were.
   *
   * @param article only what names it; without it, all
   */
  async accept(reason: Aside, article?: string): Promise<number> {
    let accepted = 0;
    const which = article === undefined ? '' : ' AND article = $2';
    const values = article === undefined ? [reason] : [reason, article];
    for (const table of TABLES) {
      const due = `id IN (SELECT id FROM ${table} WHERE aside = $1${which} LIMIT ${PAGE})`;
      const statement = `UPDATE ${table} SET aside = NULL WHERE ${due}`;
      for (let more = PAGE; more === PAGE; accepted += more)
        more = await this.#database.run(statement, values);
    }
    return accepted;
  }

  /** Overwrites what was deleted where the database would keep it in its own files for a while. */
  async scrub(): Promise<void> {
    await this.#database.scrub();
  }

  #given(): string {
    return `SELECT value->>'id' FROM ${this.#database.dialect.elements}`;
  }
}

function listOf(ids: readonly string[]): string {
  return storableJson(ids.map((id) => ({ id })));
}

/** What is left of a withdrawn row is its id and when it came in. */
function emptied(table: Table): string {
  const names = Object.keys(ROW_COLUMNS[table]).filter((name) => name !== 'id' && name !== 'received');
  return names.map((name) => `${name} = NULL`).join(', ');
}
