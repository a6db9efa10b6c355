import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AuditPeriod, NO_FEEDBACK } from '../../../src/core/audit-feedback/audit-feedback.ts';
import { AuditTally } from '../../../src/core/audit-feedback/audit-tally.ts';
import type { FeedbackStore } from '../../../src/stores/feedback-store.ts';
import { openStore } from '../../../src/stores/open.ts';
import { answers, help, open, search, uuid, view, vote } from '../submissions.ts';
import { aDeed } from './deeds.ts';
import { type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

const PERIOD: AuditPeriod = { recentFrom: '2026-02-01', until: '2026-03-01' };
const FIRST = new Date('2026-02-01T00:00:00.000Z');
const BEFORE = new Date('2026-01-31T23:59:59.999Z');
const LAST = new Date('2026-03-01T23:59:59.999Z');
const AFTER = new Date('2026-03-02T00:00:00.000Z');

/** What the audit knows of readers. The tally of every single submission is the measure for the store's own sums. */
export function describeAuditFeedback(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);
  const asked = (period = PERIOD) => subject.store.auditFeedback(period);

  async function tallied(store: FeedbackStore, period: AuditPeriod) {
    const tally = new AuditTally(period);
    for await (const submission of store.submissions()) tally.add(submission);
    return tally.feedback();
  }

  test('of nothing is nothing', async () => {
    expect(await asked()).toStrictEqual(NO_FEEDBACK);
  });

  test('tells the votes of each revision by their day, in UTC', async () => {
    await subject.store.addVote(vote(1, { helpful: true }), new Date('2026-02-28T23:59:59.999Z'));
    await subject.store.addVote(vote(2), NINE);
    await subject.store.addVote(vote(3), TEN);
    await subject.store.addVote(vote(4, { helpful: true }), NINE);
    await subject.store.addVote(vote(5, { locale: 'en' }), new Date(-1));
    await subject.store.addVote(vote(6, { locale: 'en', revision: 'ffffffffffff' }), new Date(0));
    await subject.store.addSignals([view(7), view(8)], BEFORE);
    await subject.store.changeVote(uuid(2), { reason: 'wrong' }, TEN);
    await subject.store.changeVote(uuid(3), { reason: 'outdated' }, TEN);
    const refund = { article: 'billing/refund', locale: 'de', revision: '0123456789ab' };
    const once = { helpful: 0, unhelpful: 1, reasons: {}, views: 0 };
    expect((await asked()).articles).toStrictEqual([
      {
        ...refund,
        helpful: 2,
        unhelpful: 2,
        reasons: { outdated: 1, wrong: 1 },
        views: 2,
        firstVote: new Date('2026-02-28T23:59:59.999Z'),
        lastVote: TEN,
        days: [
          { day: '2026-02-28', helpful: 1, unhelpful: 0 },
          { day: '2026-03-01', helpful: 1, unhelpful: 2 },
        ],
      },
      {
        ...{ ...refund, locale: 'en', ...once },
        ...{ firstVote: new Date(-1), lastVote: new Date(-1) },
        days: [{ day: '1969-12-31', helpful: 0, unhelpful: 1 }],
      },
      {
        ...{ ...refund, locale: 'en', revision: 'ffffffffffff', ...once },
        ...{ firstVote: new Date(0), lastVote: new Date(0) },
        days: [{ day: '1970-01-01', helpful: 0, unhelpful: 1 }],
      },
    ]);
  });

  test('leaves out what came in after its last day, and counts it', async () => {
    await subject.store.addVote(vote(1), LAST);
    await subject.store.addVote(vote(2), AFTER);
    await subject.store.changeVote(uuid(2), { reason: 'other', comment: 'Later.' }, AFTER);
    await subject.store.addVote(vote(3), AFTER);
    await subject.store.withdrawVote(uuid(3));
    await subject.store.addAnswers(answers(4), LAST);
    await subject.store.addAnswers(answers(5), AFTER);
    await subject.store.addAnswers(answers(6), AFTER);
    await subject.store.withdrawAnswers(uuid(6));
    await subject.store.addSignals([view(7), search(8, 'geld', 0), help(9, 'contact', 'a')], LAST);
    await subject.store.addSignals(
      [view(10), view(11, { article: 'other' }), search(12, 'geld', 0), help(13, 'contact', 'a')],
      AFTER,
    );
    const { articles, ...rest } = await asked();
    expect(articles.map(({ unhelpful, reasons, views }) => ({ unhelpful, reasons, views }))).toStrictEqual([
      { unhelpful: 1, reasons: {}, views: 1 },
    ]);
    expect(rest).toStrictEqual({
      searches: [{ locale: 'de', query: 'geld', searches: 1, withoutResult: 1, ignored: 0 }],
      contacts: [
        { article: 'a', locale: 'de', contacts: 1, solved: 0, views: 0 },
        { article: 'billing/refund', locale: 'de', contacts: 0, solved: 0, views: 1 },
      ],
      comments: [],
      leads: [],
      sheets: [{ locale: 'de', answers: { nps: 9 }, received: LAST }],
      later: 6,
      aside: [],
    });
  });

  test('counts searches, ways to a person and sheets only as far back as it looks', async () => {
    for (const [number, received] of [BEFORE, FIRST].entries()) {
      await subject.store.addVote(vote(number), received);
      await subject.store.addAnswers(answers(number), received);
      const from = 10 * number;
      await subject.store.addSignals(
        [
          view(from),
          search(from + 1, 'geld', 3),
          open(from + 2, from + 1),
          help(from + 3, 'solved', 'a'),
          { id: uuid(from + 4), kind: 'contact', locale: 'de' },
        ],
        received,
      );
    }
    expect(await asked()).toMatchObject({
      articles: [{ unhelpful: 2, views: 2 }],
      searches: [{ query: 'geld', searches: 1, withoutResult: 0, ignored: 0 }],
      contacts: [
        { article: 'a', contacts: 0, solved: 1, views: 0 },
        { article: 'billing/refund', contacts: 0, solved: 0, views: 1 },
      ],
      leads: [{ article: 'billing/refund', locale: 'de', query: 'geld', opens: 1 }],
      sheets: [{ locale: 'de', answers: { nps: 9 }, received: FIRST }],
      later: 0,
    });
  });

  test('tells of each sheet its language, and the wordings where they are known', async () => {
    const wordings = { nps: '0123abcd', more: 'ffffffff' };
    await subject.store.addAnswers(
      answers(1, { locale: 'en', source: 'mail', article: 'a', level: 'expert', wordings }),
      NINE,
    );
    await subject.store.addAnswers(answers(2), TEN);
    expect((await asked()).sheets).toStrictEqual([
      { locale: 'en', answers: { nps: 9 }, wordings, received: NINE },
      { locale: 'de', answers: { nps: 9 }, received: TEN },
    ]);
  });

  test('tells which searches led to an article, the most frequent first', async () => {
    await subject.store.addSignals(
      [search(1, 'Geld', 2), search(2, 'GELD ', 2), search(3, 'zurück', 1), search(4, 'Konto', 1)],
      NINE,
    );
    // The result of one that is delivered before its search, two of one search, and one of a search that never came.
    await subject.store.addSignals(
      [open(11, 1), open(12, 2), open(13, 2), open(14, 3), open(15, 5), open(16, 6)],
      TEN,
    );
    await subject.store.addSignals([search(5, 'später', 1)], LAST);
    await subject.store.addSignals([open(17, 4)], AFTER);
    const lead = { article: 'billing/refund', locale: 'de' };
    const { leads, searches } = await asked();
    expect(leads).toStrictEqual([
      { ...lead, query: 'geld', opens: 3 },
      { ...lead, query: 'später', opens: 1 },
      { ...lead, query: 'zurück', opens: 1 },
    ]);
    expect(searches.map(({ query, searches, ignored }) => ({ query, searches, ignored }))).toStrictEqual([
      { query: 'geld', searches: 2, ignored: 0 },
      { query: 'konto', searches: 1, ignored: 1 },
      { query: 'später', searches: 1, ignored: 0 },
      { query: 'zurück', searches: 1, ignored: 0 },
    ]);
  });

  test('names a search as the summary does, also where not all of it could be kept', async () => {
    await subject.store.addSignals(
      [
        search(1, 'geld \0 zurück', 1),
        search(2, ' Geld zurück', 1),
        search(3, 'u\0\u0308', 1),
        search(4, 'ü', 0),
      ],
      NINE,
    );
    const { searches } = await asked();
    expect(searches).toStrictEqual([
      { locale: 'de', query: 'geld zurück', searches: 2, withoutResult: 0, ignored: 2 },
      { locale: 'de', query: 'ü', searches: 2, withoutResult: 1, ignored: 1 },
    ]);
    expect((await subject.store.summary()).searches).toStrictEqual(searches);
  });

  test('quotes every comment, the newest first, without the reason of whoever changed to yes', async () => {
    for (const [number, received] of [NINE, TEN, NINE, NINE].entries()) {
      await subject.store.addVote(vote(number), received);
    }
    await subject.store.changeVote(uuid(0), { reason: 'wrong', comment: 'Falscher Knopf.' }, TEN);
    await subject.store.changeVote(uuid(1), { comment: 'a\0b\ud83d' }, AFTER);
    await subject.store.changeVote(uuid(2), { reason: 'wrong', comment: 'Doch gefunden.' }, TEN);
    await subject.store.changeVote(uuid(2), { helpful: true }, TEN);
    await subject.store.changeVote(uuid(3), { reason: 'unclear', comment: '' }, TEN);
    const { article, locale, revision } = vote(0);
    const on = { article, locale, revision };
    expect((await asked()).comments).toStrictEqual([
      { id: uuid(1), ...on, received: TEN, helpful: false, comment: 'ab\ufffd' },
      { id: uuid(0), ...on, received: NINE, helpful: false, comment: 'Falscher Knopf.', reason: 'wrong' },
      { id: uuid(2), ...on, received: NINE, helpful: true, comment: 'Doch gefunden.' },
    ]);
  });

  test('is the same as the tally of all submissions, whatever readers did', async () => {
    const deed = aDeed({ before: BEFORE, first: FIRST, last: LAST, after: AFTER });
    const lives = fc.sample(fc.array(deed, { minLength: 30, maxLength: 120 }), { seed: 4, numRuns: 5 });
    for (const deeds of lives) {
      const store = await openStore(await newPlace());
      try {
        for (const deed of deeds) await deed(store);
        for (const period of [PERIOD, { recentFrom: '2026-03-01', until: '2026-01-25' }]) {
          expect(await store.auditFeedback(period)).toStrictEqual(await tallied(store, period));
        }
      } finally {
        await store.close();
      }
    }
  });
}
