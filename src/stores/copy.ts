import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../core/user-error.ts';
import { TABLES, type Table } from './row-columns.ts';
import type { Counts } from './row-counts.ts';
import type { Row, SqlRows } from './sql-rows.ts';

/** What becomes of submissions that only the target holds. */
export const OTHERS = ['refuse', 'keep', 'delete'] as const;
export type Others = (typeof OTHERS)[number];

interface CopyOptions {
  others?: Others;
  /** Is told how many rows of a table were looked at, of about so many. */
  onRows?: (table: Table, done: number, all: number) => void;
}

/** What a copy came to. */
export interface Copied {
  /** Rows that were missing in the target, or differed there. */
  written: number;
  /** Rows that only the target held, and that were deleted there. */
  deleted: number;
  from: Counts;
  to: Counts;
  /** Whether the target holds all that the source holds, and nothing else but what was to be kept. */
  isWhole: boolean;
  /** Whether the target kept secrets of its own, with which receipts of the source are not valid there. */
  keptSecrets: boolean;
}

/** Name of a secret that is there for a moment only, to see whether two places are the same. */
const MARK = 'mark of a copy';

/**
 * Copies a whole store: what readers sent, what was withdrawn and what was set aside, with every instant, and the
 * secrets, so that receipts stay valid. Only rows that are missing or differ are written, a page at a time, so a copy that
 * broke off anywhere goes on where it was when it is made again.
 *
 * What was withdrawn or changed later in the target stays so.
 *
 * @throws UserError if both are the same place, or if the target holds submissions that the source does not have.
 */
export async function copyRows(from: SqlRows, to: SqlRows, options: CopyOptions = {}): Promise<Copied> {
  const { others = 'refuse', onRows } = options;
  await refuseSamePlace(from, to);
  const hasOthers = others !== 'delete' && (await holdsOthers(to, from));
  if (hasOthers && others === 'refuse') throw holdsMore();
  const keptSecrets = await copyNotes(from, to, hasOthers);
  const before = await from.counts();
  let written = 0;
  let deleted = 0;
  for (const table of TABLES) {
    const all = before[table].kept + before[table].withdrawn;
    let done = 0;
    for await (const page of from.pages(table)) {
      const there = await to.of(table, page.map(idOf));
      const owed = page.filter((row) => isOwed(row, there.get(row.id)));
      if (owed.length > 0) written += await to.write(table, owed);
      done += page.length;
      onRows?.(table, done, Math.max(all, done));
    }
    if (others !== 'delete') continue;
    for await (const ids of onlyIn(to, from, table)) deleted += await to.remove(table, ids);
  }
  if (deleted > 0) await to.scrub();
  const counts = { from: await from.counts(), to: await to.counts() };
  return { written, deleted, ...counts, isWhole: isWhole(counts, hasOthers), keptSecrets };
}

/** Is the row to be written over the one that is there? A withdrawal is final, and the later change of a vote counts. */
function isOwed(row: Row, there: Row | undefined): boolean {
  if (!there) return true;
  if (there.locale === null) return false;
  if (row.locale !== null && Number(row.changed ?? 0) < Number(there.changed ?? 0)) return false;
  return !isDeepStrictEqual({ ...row }, { ...there });
}

/** Ids of rows that one store has and the other has not, a page at a time. */
async function* onlyIn(one: SqlRows, other: SqlRows, table: Table): AsyncGenerator<string[]> {
  for await (const page of one.pages(table)) {
    const known = await other.of(table, page.map(idOf));
    const ids = page.map(idOf).filter((id) => !known.has(id));
    if (ids.length > 0) yield ids;
  }
}

async function holdsOthers(to: SqlRows, from: SqlRows): Promise<boolean> {
  for (const table of TABLES) {
    for await (const _ of onlyIn(to, from, table)) return true;
  }
  return false;
}

function idOf({ id }: Row): string {
  return id;
}

/** @returns whether secrets of the target were kept, which differ */
async function copyNotes(from: SqlRows, to: SqlRows, hasOthers: boolean): Promise<boolean> {
  const { secrets, published } = await from.notes();
  const there = new Map((await to.notes()).secrets.map(({ name, value }) => [name, value]));
  const others = secrets.filter(({ name, value }) => name !== MARK && there.get(name) !== value);
  const written = others.filter(({ name }) => !hasOthers || !there.has(name));
  await to.writeNotes({ secrets: written, published });
  return written.length < others.length;
}

/** A mark that is left in the target is seen in the source only if they are one, however their places are written. */
async function refuseSamePlace(from: SqlRows, to: SqlRows): Promise<void> {
  const mark = randomUUID();
  await to.writeNotes({ secrets: [{ name: MARK, value: mark }], published: [] });
  const isSame = (await from.notes()).secrets.some(({ value }) => value === mark);
  await to.removeSecret(MARK);
  if (!isSame) return;
  throw new UserError('Both places are the same database.', 'Name another place to copy to.');
}

function holdsMore(): UserError {
  return new UserError(
    'The place to copy to holds submissions that the other does not have. Nothing was copied.',
    'Name another place. Or say what is to become of them: --others keep, or --others delete. They may be older copies ' +
      'of what was deleted where you copy from: then delete is right.',
  );
}

/** With others that were kept, whoever looks at sums alone can only see that nothing is missing. */
function isWhole({ from, to }: Pick<Copied, 'from' | 'to'>, hasOthers: boolean): boolean {
  return TABLES.every((table) => {
    const [wanted, got] = [from[table], to[table]];
    if (hasOthers) return got.kept + got.withdrawn >= wanted.kept + wanted.withdrawn;
    return isDeepStrictEqual(got, wanted);
  });
}
