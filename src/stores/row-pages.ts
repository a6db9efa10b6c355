import { SQLITE, type Statement } from './database.ts';
import type { Table } from './row-columns.ts';
import { PAGE, rowsWrite } from './row-writes.ts';
import type { Row } from './sql-rows.ts';

/** Takes the rows of a store, table by table, and writes them to SQLite a page at a time. */
export class RowPages {
  readonly #run: (statement: Statement) => void;
  #table: Table = 'votes';
  #rows: Row[] = [];

  /** @param run runs a statement at once */
  constructor(run: (statement: Statement) => void) {
    this.#run = run;
  }

  row(table: Table, row: Row): void {
    if (table !== this.#table || this.#rows.length === PAGE) this.end();
    this.#table = table;
    this.#rows.push(row);
  }

  /** Writes what is left. */
  end(): void {
    if (this.#rows.length > 0) this.#run(rowsWrite(this.#table, this.#rows, SQLITE.elements));
    this.#rows = [];
  }
}
