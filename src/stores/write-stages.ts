import type { Change, Write } from './database.ts';
import type { Table } from './row-columns.ts';
import type { NewRow } from './submission-rows.ts';

/** Writes that take few statements: the rows of each table at once, then the changes. `of` is the place of the write. */
export interface Stage {
  additions: Map<Table, { row: NewRow; of: number }[]>;
  changes: { change: Change; of: number }[];
}

/**
 * Sorts writes into as few stages as keep the writes to each id in their order. Nearly always this is one, since hardly
 * anybody delivers a vote again at the moment at which they change it.
 *
 * Of rows with one id only the first is given, so that no statement meets an id twice.
 */
export function stagesOf(writes: readonly Write[]): Stage[] {
  const stages: Stage[] = [];
  /** For each id the stage in which it was written last, and whether that was a change. */
  const last = new Map<string, { stage: number; changed: boolean }>();

  function stageAt(number: number): Stage {
    const stage = stages[number] ?? { additions: new Map(), changes: [] };
    stages[number] = stage;
    return stage;
  }

  function add(table: Table, row: NewRow, of: number): void {
    const name = `${table} ${row.id}`;
    const before = last.get(name);
    if (before && !before.changed) return;
    const stage = before ? before.stage + 1 : 0;
    const { additions } = stageAt(stage);
    const rows = additions.get(table);
    if (rows) rows.push({ row, of });
    else additions.set(table, [{ row, of }]);
    last.set(name, { stage, changed: false });
  }

  for (const [of, write] of writes.entries()) {
    if ('rows' in write) {
      for (const row of write.rows) add(write.table, row, of);
    } else {
      const name = `${write.table} ${write.id}`;
      const stage = last.get(name)?.stage ?? 0;
      stageAt(stage).changes.push({ change: write, of });
      last.set(name, { stage, changed: true });
    }
  }
  return stages;
}
