import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ASIDE } from '../../../src/core/feedback.ts';
import { copyRows } from '../../../src/stores/copy.ts';
import { openStore } from '../../../src/stores/open.ts';
import { ROW_COLUMNS, TABLES } from '../../../src/stores/row-columns.ts';
import type { SqlStore } from '../../../src/stores/sql-store.ts';
import { everyRow, fillStore } from '../every-row.ts';
import { answers, uuid, view, vote } from '../submissions.ts';
import { told } from '../told.ts';
import { aDeed, type Deed } from './deeds.ts';
import { ELEVEN, type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

/** Whole stores that are copied, and rows that are erased. The other store of a copy is in memory. */
export function describeCopying(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);

  async function opened(place = ':memory:'): Promise<SqlStore> {
    const store = await openStore(place);
    onTestFinished(() => store.close());
    return store;
  }

  test('a row has the columns that it is copied with, and no other', async () => {
    await fillStore(subject.store);
    const { rows } = subject.store;
    for (const table of TABLES) {
      const [row] = (await Array.fromAsync(rows.pages(table))).flat();
      expect(Object.keys(row ?? {}).sort()).toEqual(Object.keys(ROW_COLUMNS[table]).sort());
    }
  });

  describe('a copy', () => {
    test('holds the same, with what was withdrawn and set aside, the instants and the receipts', async () => {
      await fillStore(subject.store);
      const other = await opened();
      const counts = {
        votes: { kept: 2, withdrawn: 1, aside: { repeat: 1 }, first: NINE, last: NINE },
        answers: { kept: 1, withdrawn: 1, aside: { bot: 1 }, first: TEN, last: TEN },
        signals: { kept: 3, withdrawn: 0, aside: { unproven: 2 }, first: new Date(-1), last: ELEVEN },
      };
      expect(await copyRows(subject.store.rows, other.rows)).toStrictEqual({
        written: 8,
        deleted: 0,
        from: counts,
        to: counts,
        isWhole: true,
        keptSecrets: false,
      });
      expect(await everyRow(other)).toStrictEqual(await everyRow(subject.store));
      expect(await other.secret('receipts')).toBe(await subject.store.secret('receipts'));
      expect(await other.addVote(vote(3), ELEVEN)).toBe('duplicate');

      const back = await opened(await newPlace());
      expect((await copyRows(other.rows, back.rows)).written).toBe(8);
      expect(await everyRow(back)).toStrictEqual(await everyRow(subject.store));
      expect(await back.addSignals([view(6)], TEN)).toBe(0);
    });

    test('of any store there and back is the same, wherever it breaks off', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof({ weight: 4, arbitrary: SOME_DEED }, SET_ASIDE), { maxLength: 40 }),
          fc.nat(3),
          async (deeds, pages) => {
            const from = await openStore(await newPlace());
            const between = await openStore(':memory:');
            const back = await openStore(await newPlace());
            for (const deed of deeds) await deed(from);
            await brokenOff(from, between, pages);
            expect((await copyRows(from.rows, between.rows)).isWhole).toBe(true);
            await brokenOff(between, back, pages);
            expect((await copyRows(between.rows, back.rows)).isWhole).toBe(true);
            expect(await everyRow(back)).toStrictEqual(await everyRow(from));
            await Promise.all([from, between, back].map((store) => store.close()));
          },
        ),
        { numRuns: 12 },
      );
    });

    test('that is made again writes only what changed meanwhile', async () => {
      await fillStore(subject.store);
      const other = await opened();
      await copyRows(subject.store.rows, other.rows);
      expect((await copyRows(subject.store.rows, other.rows)).written).toBe(0);
      await subject.store.withdrawVote(uuid(1));
      await subject.store.changeVote(uuid(2), { helpful: true }, ELEVEN);
      await subject.store.addSignals([view(10)], ELEVEN);
      expect(await copyRows(subject.store.rows, other.rows)).toMatchObject({ written: 3, isWhole: true });
      expect(await everyRow(other)).toStrictEqual(await everyRow(subject.store));
    });

    test('of more than fits in one page is whole, and says how far it is', async () => {
      const signals = Array.from({ length: 2500 }, (_, number) => view(number));
      await subject.store.addSignals(signals, NINE);
      const other = await opened();
      const said: unknown[] = [];
      const onRows = (...progress: unknown[]) => said.push(progress);
      expect(await copyRows(subject.store.rows, other.rows, { onRows })).toMatchObject({
        written: 2500,
        isWhole: true,
      });
      expect(said).toEqual([1000, 2000, 2500].map((done) => ['signals', done, 2500]));
      expect(await everyRow(other)).toStrictEqual(await everyRow(subject.store));
    });

    test('neither brings back what was withdrawn there nor undoes what was changed there later', async () => {
      const other = await opened();
      for (const number of [1, 2, 3]) await other.addVote(vote(number), NINE);
      await copyRows(other.rows, subject.store.rows);
      await subject.store.withdrawVote(uuid(1));
      await subject.store.changeVote(uuid(2), { helpful: true }, ELEVEN);
      await other.changeVote(uuid(1), { helpful: true }, ELEVEN);
      await other.changeVote(uuid(2), { comment: 'earlier' }, TEN);
      await other.changeVote(uuid(3), { comment: 'as late as it was' }, NINE);
      expect(await copyRows(other.rows, subject.store.rows)).toMatchObject({ written: 1, isWhole: false });
      expect(await subject.all()).toStrictEqual([
        { type: 'vote', ...vote(2, { helpful: true }), received: NINE, changed: ELEVEN },
        { type: 'vote', ...vote(3), comment: 'as late as it was', received: NINE, changed: NINE },
      ]);
    });

    test('holds even where a reader is faster: the database itself keeps the later change', async () => {
      const [stale] = (await rowsAfter(subject.store, (store) => store.addVote(vote(1), NINE))).votes;
      await subject.store.changeVote(uuid(1), { helpful: true }, TEN);
      expect(await subject.store.rows.write('votes', [stale as never])).toBe(0);
      await subject.store.withdrawVote(uuid(1));
      expect(await subject.store.rows.write('votes', [stale as never])).toBe(0);

      const [sheet] = (await rowsAfter(subject.store, (store) => store.addAnswers(answers(2), NINE))).answers;
      await subject.store.withdrawAnswers(uuid(2));
      expect(await subject.store.rows.write('answers', [sheet as never])).toBe(0);
      expect(await subject.all()).toEqual([]);
    });

    test('into a place that holds more is refused, unless it is said what becomes of that', async () => {
      await fillStore(subject.store);
      const other = await opened();
      await other.addVote(vote(20), TEN);
      const before = await everyRow(other);
      expect(await told(copyRows(subject.store.rows, other.rows))).toBe(
        'The place to copy to holds submissions that the other does not have. Nothing was copied.',
      );
      expect(await everyRow(other)).toStrictEqual(before);

      expect(await copyRows(subject.store.rows, other.rows, { others: 'keep' })).toMatchObject({
        written: 8,
        deleted: 0,
        isWhole: true,
        keptSecrets: false,
      });
      expect((await everyRow(other)).votes).toHaveLength(4);
      expect(await copyRows(subject.store.rows, other.rows, { others: 'delete' })).toMatchObject({
        written: 0,
        deleted: 1,
        isWhole: true,
      });
      expect(await everyRow(other)).toStrictEqual(await everyRow(subject.store));
    });

    test('keeps the receipts of a place whose own submissions are kept, and says so', async () => {
      await fillStore(subject.store);
      const other = await opened();
      const own = await other.secret('receipts');
      await other.addVote(vote(20), TEN);
      expect(await copyRows(subject.store.rows, other.rows, { others: 'keep' })).toMatchObject({
        keptSecrets: true,
      });
      expect(await other.secret('receipts')).toBe(own);
    });

    test('of a place into itself is refused, and leaves nothing there', async () => {
      await fillStore(subject.store);
      const before = await everyRow(subject.store);
      const again = await opened(subject.place);
      expect(await told(copyRows(subject.store.rows, again.rows))).toBe('Both places are the same database.');
      expect(await everyRow(subject.store)).toStrictEqual(before);
    });
  });

  describe('erasing', () => {
    test('an article takes all that names it, and what was erased stays away', async () => {
      await fillStore(subject.store);
      await subject.store.addVote(vote(20, { article: 'other' }), TEN);
      await subject.store.addAnswers(answers(21, { article: 'billing/refund' }), TEN);
      const which = { article: 'billing/refund' };
      const { votes, answers: sheets, signals } = await subject.store.rows.counts(which);
      expect([votes.kept, sheets.kept, signals.kept]).toEqual([2, 1, 2]);
      expect(await subject.store.rows.erase(which)).toBe(5);
      expect((await subject.all()).map(({ id }) => id)).toEqual([uuid(20), uuid(4), uuid(7)]);
      expect(await subject.store.addVote(vote(1), TEN)).toBe('duplicate');
      expect(await subject.store.addAnswers(answers(21), TEN)).toBe('duplicate');
      expect(await subject.store.rows.erase(which)).toBe(0);
    });

    test('an article with more than a page of votes takes each', async () => {
      const signals = Array.from({ length: 1500 }, (_, number) => view(number));
      await subject.store.addSignals(signals, NINE);
      for (const number of [1, 2]) await subject.store.addVote(vote(number), NINE);
      expect(await subject.store.rows.erase({ article: 'billing/refund' })).toBe(1502);
      expect(await subject.all()).toEqual([]);
    });

    test('one submission leaves the others', async () => {
      await fillStore(subject.store);
      for (const number of [1, 3, 4, 6]) await subject.store.rows.erase({ id: uuid(number) });
      expect((await subject.all()).map(({ id }) => id)).toEqual([uuid(2), uuid(7), uuid(8)]);
    });
  });
}

const SOME_DEED = aDeed({
  before: new Date('2026-01-31T23:59:59.999Z'),
  first: new Date('2026-02-01T00:00:00.000Z'),
  last: new Date('2026-02-28T23:59:59.999Z'),
  after: new Date('2026-03-01T00:00:00.000Z'),
});

const SET_ASIDE: fc.Arbitrary<Deed> = fc
  .tuple(fc.nat(12), fc.constantFrom(...ASIDE), fc.constantFrom('vote', 'answers', 'view'))
  .map(([n, aside, kind]) => (store) => {
    if (kind === 'vote') return store.addVote(vote(n), NINE, aside);
    if (kind === 'answers') return store.addAnswers(answers(n), NINE, aside);
    return store.addSignals([view(1000 + n)], NINE, aside);
  });

/** Copies, and breaks off after so many pages. */
async function brokenOff(from: SqlStore, to: SqlStore, pages: number): Promise<void> {
  let left = pages;
  const onRows = () => {
    if (left === 0) throw new Error('broken off');
    left -= 1;
  };
  await copyRows(from.rows, to.rows, { onRows }).catch((error: Error) => {
    expect(error.message).toBe('broken off');
  });
}

async function rowsAfter(store: SqlStore, deed: (store: SqlStore) => Promise<unknown>) {
  await deed(store);
  return everyRow(store);
}
