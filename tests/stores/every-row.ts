import type { Table } from '../../src/stores/row-columns.ts';
import type { SqlStore } from '../../src/stores/sql-store.ts';
import { answers, search, uuid, view, vote } from './submissions.ts';

const NINE = new Date('2026-03-01T09:00:00.001Z');
const TEN = new Date('2026-03-01T10:00:00.002Z');

/** Whatever a store holds, by the table. */
export async function everyRow(store: SqlStore) {
  const rowsOf = async (table: Table) => {
    const rows = (await Array.fromAsync(store.rows.pages(table))).flat();
    return rows.map((row) => Object.fromEntries(Object.entries(row).sort()));
  };
  const { secrets, published } = await store.rows.notes();
  return {
    votes: await rowsOf('votes'),
    answers: await rowsOf('answers'),
    signals: await rowsOf('signals'),
    secrets: secrets.map((secret) => ({ ...secret })),
    published: published.map((text) => ({ ...text })),
  };
}

/** Puts something of every kind into a store, some of it withdrawn and some set aside: eight rows. */
export async function fillStore(store: SqlStore): Promise<void> {
  await store.addVote(vote(1, { level: 'expert', search: uuid(9) }), NINE);
  await store.changeVote(uuid(1), { reason: 'wrong', comment: "It's “größer”, 👍\n= 1" }, TEN);
  await store.addVote(vote(2), NINE, 'repeat');
  await store.addVote(vote(3), NINE);
  await store.withdrawVote(uuid(3));
  await store.addAnswers(answers(4, { source: 'mail', wordings: { nps: '0123abcd' } }), TEN, 'bot');
  await store.addAnswers(answers(5), TEN);
  await store.withdrawAnswers(uuid(5));
  await store.addSignals([view(6), search(7, '  Geld ZURÜCK', 0)], new Date(-1), 'unproven');
  await store.addSignals([view(8)], new Date('2026-03-01T11:00:00.003Z'));
  await store.addPublished([{ article: 'a', locale: 'de', revision: '0123456789ab' }], TEN);
  await store.secret('receipts');
}

/** Puts so many views into a store, quickly. */
export async function fillWithViews(store: SqlStore, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, number) => {
    return { ...view(number), received: NINE.getTime() + number };
  });
  await store.rows.write('signals', rows);
}
