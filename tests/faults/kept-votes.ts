import { DatabaseSync } from 'node:sqlite';

/** Ids of all votes in this file, and what SQLite says of its integrity: `ok`. */
export function keptVotes(file: string): { ids: Set<string>; rows: number; integrity: unknown } {
  const database = new DatabaseSync(file);
  try {
    const rows = database.prepare('SELECT id FROM votes WHERE locale IS NOT NULL').all();
    const [first] = Object.values(database.prepare('PRAGMA integrity_check').get() ?? {});
    return { ids: new Set(rows.map(({ id }) => String(id))), rows: rows.length, integrity: first };
  } finally {
    database.close();
  }
}

/** Those of the first that the second lacks. */
export function missingFrom(kept: ReadonlySet<string>, acknowledged: Iterable<string>): string[] {
  return [...acknowledged].filter((id) => !kept.has(id));
}
