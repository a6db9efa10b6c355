import { ASIDE, type Aside } from '../core/feedback.ts';
import type { Database, SqlValue } from './database.ts';
import { TABLES, type Table } from './row-columns.ts';
import { keyOf } from './submission-rows.ts';

/**
 * Which rows are meant: one submission, all that name an article, or all that came in before an instant; of every table
 * or of one.
 */
export type Which = ({ id: string } | { article: string } | { before: Date }) & { table?: Table };

/** How many rows of one kind there are. */
export interface TableCounts {
  /** What was not withdrawn, set aside or not. */
  kept: number;
  withdrawn: number;
  /** What is kept but not counted, by the reason. */
  aside: Partial<Record<Aside, number>>;
  /** When the first and the last that are kept came in. */
  first?: Date;
  last?: Date;
}

export type Counts = Record<Table, TableCounts>;

/** The condition that rows fulfil which are meant, and what stands for its parameters. */
export function whereOf(table: Table, which?: Which): { clause: string; values: SqlValue[] } {
  if (!which) return { clause: '1 = 1', values: [] };
  if (which.table && which.table !== table) return { clause: '1 = 0', values: [] };
  if ('id' in which) return { clause: 'id = $1', values: [keyOf(which.id)] };
  if ('article' in which) return { clause: 'article = $1', values: [which.article] };
  return { clause: 'received < $1', values: [which.before.getTime()] };
}

/** Counts rows by kind, all of them or those that are meant. */
export async function countsOf(database: Database, which?: Which): Promise<Counts> {
  const counted = TABLES.map(async (table) => {
    const { clause, values } = whereOf(table, which);
    const [sums] = await database.all<Sums>(
      `SELECT count(*) AS everything, count(locale) AS kept,
        min(CASE WHEN locale IS NOT NULL THEN received END) AS first,
        max(CASE WHEN locale IS NOT NULL THEN received END) AS last
      FROM ${table} WHERE ${clause}`,
      values,
    );
    const aside = await database.all<{ aside: Aside; count: number }>(
      `SELECT aside, count(*) AS count FROM ${table} WHERE aside IS NOT NULL AND ${clause} GROUP BY aside`,
      values,
    );
    return [table, tableCounts(sums, new Map(aside.map(({ aside, count }) => [aside, count])))] as const;
  });
  return Object.fromEntries(await Promise.all(counted)) as Counts;
}

interface Sums {
  everything: number;
  kept: number;
  first: number | null;
  last: number | null;
}

function tableCounts(sums: Sums | undefined, aside: ReadonlyMap<Aside, number>): TableCounts {
  const { everything = 0, kept = 0, first = null, last = null } = sums ?? {};
  return {
    kept,
    withdrawn: everything - kept,
    // In one order, so that equal counts look the same.
    aside: Object.fromEntries(
      ASIDE.flatMap((reason) => (aside.has(reason) ? [[reason, aside.get(reason)]] : [])),
    ),
    ...(first !== null && { first: new Date(first) }),
    ...(last !== null && { last: new Date(last) }),
  };
}
