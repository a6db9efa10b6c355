import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, Write } from '../../src/stores/database.ts';
import { stagesOf } from '../../src/stores/write-stages.ts';

const add = (...ids: string[]): Write => ({ table: 'votes', rows: ids.map((id) => ({ id })) });
const change = (id: string): Change => ({ table: 'votes', id, statement: 'UPDATE', values: [] });

/** The stages in short: `+a:0` adds the row of `a` for the write at place 0, `a:1` changes it for the one at place 1. */
function inShort(writes: readonly Write[]): string[] {
  return stagesOf(writes).map(({ additions, changes }) =>
    [
      ...[...additions].flatMap(([table, rows]) =>
        rows.map(({ row, of }) => `${table === 'votes' ? '' : table}+${row.id}:${of}`),
      ),
      ...changes.map(({ change: { id }, of }) => `${id}:${of}`),
    ].join(' '),
  );
}

test('rows come first, then changes: one stage for what readers do', () => {
  expect(inShort([add('a'), change('a'), add('b', 'c'), change('old'), change('a')])).toEqual([
    '+a:0 +b:2 +c:2 a:1 old:3 a:4',
  ]);
  expect(inShort([])).toEqual([]);
});

test('a row that is added after a change of it has a stage of its own', () => {
  expect(inShort([change('a'), add('a'), change('a'), add('a', 'b')])).toEqual([
    '+b:3 a:0',
    '+a:1 a:2',
    '+a:3',
  ]);
});

test('of two rows with one id the first is added; the same id in another table is another one', () => {
  const sheet: Write = { table: 'answers', rows: [{ id: 'a' }] };
  expect(inShort([add('a'), add('a', 'a'), sheet])).toEqual(['+a:0 answers+a:2']);
});

test('the outcome of each write is the one that it has when all are made one after the other', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const write = fc.oneof(
    fc.array(id, { minLength: 1, maxLength: 3 }).map((ids) => add(...ids)),
    id.map(change),
  );
  fc.assert(
    fc.property(fc.array(write, { maxLength: 12 }), fc.subarray(['a', 'b', 'c']), (writes, there) => {
      expect(staged(writes, new Set(there))).toEqual(inTurn(writes, new Set(there)));
    }),
  );
});

/** As a database does it where a change is a withdrawal: an id that is there stays known, and is withdrawn once. */
function inTurn(writes: readonly Write[], known: Set<string>): number[] {
  const withdrawn = new Set<string>();
  return writes.map((one) =>
    'rows' in one
      ? one.rows.filter(({ id }) => addTo(known, id)).length
      : Number(known.has(one.id) && addTo(withdrawn, one.id)),
  );
}

function staged(writes: readonly Write[], known: Set<string>): number[] {
  const withdrawn = new Set<string>();
  const counts = writes.map(() => 0);
  const count = (of: number) => {
    counts[of] = (counts[of] ?? 0) + 1;
  };
  for (const { additions, changes } of stagesOf(writes)) {
    for (const { row, of } of additions.get('votes') ?? []) if (addTo(known, row.id)) count(of);
    for (const { change, of } of changes) {
      if (known.has(change.id) && addTo(withdrawn, change.id)) count(of);
    }
  }
  return counts;
}

/** Whether it was new. */
function addTo(set: Set<string>, id: string): boolean {
  const isNew = !set.has(id);
  set.add(id);
  return isNew;
}
