import { expect, test } from 'vitest';
import { summaryAt } from '../../../src/stores/summary-at.ts';
import { help, open, search, uuid, view, vote } from '../submissions.ts';
import { ELEVEN, type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

/** What the summary counts. */
export function describeSummary(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);

  test('counts votes and views of each article, language and revision for itself', async () => {
    const newer = { revision: 'ffffffffffff' };
    await subject.store.addVote(vote(1, { helpful: true }), TEN);
    await subject.store.addVote(vote(2, { helpful: true }), NINE);
    await subject.store.addVote(vote(3), ELEVEN);
    await subject.store.addVote(vote(4, newer), TEN);
    await subject.store.addVote(vote(5, { locale: 'en' }), TEN);
    await subject.store.addVote(vote(6, { article: 'ärger' }), TEN);
    await subject.store.addSignals(
      [view(1), view(2), view(3, newer), view(4, { article: 'zoo', locale: 'en' })],
      TEN,
    );

    const refund = { article: 'billing/refund', locale: 'de', revision: '0123456789ab', reasons: {} };
    const once = { firstVote: TEN, lastVote: TEN };
    expect((await subject.store.summary()).articles).toStrictEqual([
      { ...refund, helpful: 2, unhelpful: 1, views: 2, firstVote: NINE, lastVote: ELEVEN },
      { ...refund, ...newer, helpful: 0, unhelpful: 1, views: 1, ...once },
      { ...refund, locale: 'en', helpful: 0, unhelpful: 1, views: 0, ...once },
      { ...refund, article: 'zoo', locale: 'en', helpful: 0, unhelpful: 0, views: 1 },
      { ...refund, article: 'ärger', helpful: 0, unhelpful: 1, views: 0, ...once },
    ]);
  });

  test('counts the reasons of each revision, but none of a reader who changed to yes', async () => {
    for (const number of [1, 2, 3, 4]) await subject.store.addVote(vote(number), NINE);
    await subject.store.addVote(vote(5, { locale: 'en' }), NINE);
    await subject.store.addVote(vote(6), NINE);
    await subject.store.changeVote(uuid(1), { reason: 'outdated' }, TEN);
    await subject.store.changeVote(uuid(2), { reason: 'outdated' }, TEN);
    await subject.store.changeVote(uuid(3), { reason: 'not-what-i-looked-for' }, TEN);
    await subject.store.changeVote(uuid(4), { reason: 'wrong' }, TEN);
    await subject.store.changeVote(uuid(5), { reason: 'unclear' }, TEN);
    await subject.store.changeVote(uuid(4), { helpful: true }, ELEVEN);
    const { articles } = await subject.store.summary();
    expect(articles).toMatchObject([
      { locale: 'de', helpful: 1, unhelpful: 4 },
      { locale: 'en', helpful: 0, unhelpful: 1 },
    ]);
    expect(articles.map(({ reasons }) => reasons)).toStrictEqual([
      { outdated: 2, 'not-what-i-looked-for': 1 },
      { unclear: 1 },
    ]);
  });

  test('follows changed and withdrawn votes', async () => {
    await subject.store.addVote(vote(1), NINE);
    await subject.store.addVote(vote(2), TEN);
    await subject.store.addVote(vote(3), ELEVEN);
    await subject.store.changeVote(uuid(1), { helpful: true }, ELEVEN);
    await subject.store.changeVote(uuid(3), { reason: 'other' }, ELEVEN);
    await subject.store.withdrawVote(uuid(3));
    expect((await subject.store.summary()).articles).toMatchObject([
      { helpful: 1, unhelpful: 1, reasons: {}, firstVote: NINE, lastVote: TEN },
    ]);
  });

  test('takes searches that differ in capitals, spaces and accents for one, the most frequent first', async () => {
    await subject.store.addSignals(
      [
        search(1, 'Rückgabe', 3),
        search(2, '  RÜCKGABE ', 3),
        search(3, 'ru\u0308ckgabe', 3),
        search(4, 'rechnung\u00a0  ändern', 2),
        search(5, 'Rechnung ändern', 2),
        search(6, 'rückgabe', 1, 'en'),
      ],
      NINE,
    );
    const counts = { withoutResult: 0 };
    expect((await subject.store.summary()).searches).toStrictEqual([
      { locale: 'de', query: 'rückgabe', searches: 3, ...counts, ignored: 3 },
      { locale: 'de', query: 'rechnung ändern', searches: 2, ...counts, ignored: 2 },
      { locale: 'en', query: 'rückgabe', searches: 1, ...counts, ignored: 1 },
    ]);
  });

  test('tells searches without result from those whose results nobody took', async () => {
    await subject.store.addSignals(
      [
        search(1, 'refund', 0),
        search(2, 'refund', 4),
        search(3, 'refund', 4),
        search(4, 'refund', 4),
        search(5, 'taken', 1),
        // Two results of one search, one before the search itself is known, and one of a search that never came.
        ...[open(12, 2), open(13, 2), open(14, 5), open(15, 99)],
      ],
      NINE,
    );
    await subject.store.addSignals([open(16, 6)], NINE);
    await subject.store.addSignals([search(6, 'taken', 1)], TEN);
    expect((await subject.store.summary()).searches).toStrictEqual([
      { locale: 'de', query: 'refund', searches: 4, withoutResult: 1, ignored: 2 },
      { locale: 'de', query: 'taken', searches: 2, withoutResult: 0, ignored: 0 },
    ]);
  });

  test('counts the ways from each article to a person, and those that ended well', async () => {
    await subject.store.addSignals(
      [
        help(1, 'contact', 'b'),
        help(2, 'contact', 'b'),
        help(3, 'solved', 'b'),
        help(4, 'contact', 'b', 'en'),
        help(5, 'solved', 'a'),
        { id: uuid(6), kind: 'contact', locale: 'de' },
      ],
      NINE,
    );
    expect((await subject.store.summary()).contacts).toStrictEqual([
      { article: 'a', locale: 'de', contacts: 0, solved: 1 },
      { article: 'b', locale: 'de', contacts: 2, solved: 1 },
      { article: 'b', locale: 'en', contacts: 1, solved: 0 },
    ]);
  });

  test('is the same over a connection of its own, which sees whatever was acknowledged', async () => {
    await subject.store.addVote(vote(1), NINE);
    await subject.store.addVote(vote(2), TEN, 'repeat');
    await subject.store.addSignals([view(1), search(2, 'x', 0), help(3, 'contact', 'a')], NINE);
    const summary = await summaryAt(subject.place);
    expect(summary).toStrictEqual(await subject.store.summary());
    expect(summary).toMatchObject({ articles: [{ unhelpful: 1 }], aside: [{ reason: 'repeat', count: 1 }] });
  });

  test('forgets what was deleted by age', async () => {
    await subject.store.addVote(vote(1), NINE);
    await subject.store.addVote(vote(2), ELEVEN);
    await subject.store.addSignals([view(1), search(2, 'x', 0), help(3, 'contact', 'a')], NINE);
    await subject.store.deleteBefore(TEN);
    expect(await subject.store.summary()).toMatchObject({
      articles: [{ unhelpful: 1, views: 0, firstVote: ELEVEN }],
      searches: [],
      contacts: [],
    });
  });
}
