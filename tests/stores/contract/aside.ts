import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASIDE } from '../../../src/core/feedback.ts';
import type { FeedbackStore } from '../../../src/stores/feedback-store.ts';
import { openStore } from '../../../src/stores/open.ts';
import { answers, open, search, uuid, view, vote } from '../submissions.ts';
import { aDeed } from './deeds.ts';
import { summedUp } from './report.ts';
import { ELEVEN, type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

const EDGES = {
  before: new Date('2026-01-31T23:59:59.999Z'),
  first: new Date('2026-02-01T00:00:00.000Z'),
  last: new Date('2026-03-01T23:59:59.999Z'),
  after: new Date('2026-03-02T00:00:00.000Z'),
};
const RECENT = { recentFrom: '2026-02-01', until: '2026-03-01' };
const PERIOD = { from: '2026-02-01', to: '2026-03-01' };

/** What is kept but not counted. */
export function describeAside(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);

  test('is in no sum: summary, audit and report are the same as if it had never come', async () => {
    const counted = aDeed(EDGES, { ids: 40, aside: fc.constant(undefined) });
    const setAside = aDeed(EDGES, { ids: 40, from: 10_000, aside: fc.constantFrom(...ASIDE) });
    const either = fc.oneof(
      counted.map((deed) => ({ deed, counts: true })),
      setAside.map((deed) => ({ deed, counts: false })),
    );
    const [deeds = []] = fc.sample(fc.array(either, { minLength: 300, maxLength: 400 }), {
      seed: 7,
      numRuns: 1,
    });
    const without = await openStore(await newPlace());
    try {
      for (const { deed, counts } of deeds) {
        await deed(subject.store);
        if (counts) await deed(without);
      }
      const { aside, ...rest } = await sumsOf(subject.store);
      const { aside: none, ...same } = await sumsOf(without);
      expect(rest).toStrictEqual(same);
      expect(none).toStrictEqual({ summary: [], audit: [], figures: [] });
      expect(aside.figures.map(({ reason }) => reason)).toStrictEqual([...ASIDE]);
    } finally {
      await without.close();
    }
  });

  test('is counted by kind, article, language and reason, but not what was withdrawn', async () => {
    const { store } = subject;
    for (const number of [1, 2, 3]) await store.addVote(vote(number), NINE, 'repeat');
    await store.withdrawVote(uuid(3));
    await store.addVote(vote(4), TEN, 'bot');
    await store.addVote(vote(5, { locale: 'en' }), TEN, 'repeat');
    await store.addVote(vote(6), TEN);
    await store.addAnswers(answers(1, { article: 'a' }), TEN, 'unproven');
    await store.addAnswers(answers(2), TEN, 'repeat');
    await store.addAnswers(answers(3), TEN, 'repeat');
    await store.withdrawAnswers(uuid(3));
    await store.addSignals(
      [view(1), view(2), search(3, 'geld', 0), search(4, 'mehr', 1), open(5, 4)],
      TEN,
      'bot',
    );
    const refund = { article: 'billing/refund', locale: 'de' };
    const expected = [
      { kind: 'answers', locale: 'de', reason: 'repeat', count: 1 },
      { kind: 'signal', locale: 'de', reason: 'bot', count: 2 },
      { kind: 'answers', article: 'a', locale: 'de', reason: 'unproven', count: 1 },
      { kind: 'signal', ...refund, reason: 'bot', count: 3 },
      { kind: 'vote', ...refund, reason: 'bot', count: 1 },
      { kind: 'vote', ...refund, reason: 'repeat', count: 2 },
      { kind: 'vote', ...refund, locale: 'en', reason: 'repeat', count: 1 },
    ];
    expect((await store.summary()).aside).toStrictEqual(expected);
    expect((await store.auditFeedback(RECENT)).aside).toStrictEqual(expected);
    expect((await summedUp(store, PERIOD)).aside).toStrictEqual([
      { reason: 'repeat', votes: 3, sheets: 1, signals: 0 },
      { reason: 'bot', votes: 1, sheets: 0, signals: 5 },
      { reason: 'unproven', votes: 0, sheets: 1, signals: 0 },
    ]);
  });

  test('is told of the days that an audit and a report look at, and of no others', async () => {
    const { store } = subject;
    for (const [number, at] of [EDGES.before, EDGES.first, EDGES.last, EDGES.after].entries()) {
      await store.addVote(vote(number), at, 'repeat');
    }
    expect((await store.auditFeedback(RECENT)).aside).toMatchObject([{ reason: 'repeat', count: 2 }]);
    expect((await store.auditFeedback(RECENT)).later).toBe(0);
    expect((await summedUp(store, PERIOD)).aside).toMatchObject([{ reason: 'repeat', votes: 2 }]);
    expect((await store.summary()).aside).toMatchObject([{ reason: 'repeat', count: 4 }]);
  });

  test('stays set aside when its reader changes it, and leaves with its reason when it is withdrawn', async () => {
    const { store } = subject;
    await store.addVote(vote(1), NINE, 'repeat');
    await store.changeVote(uuid(1), { helpful: true, comment: 'Falscher Knopf.' }, TEN);
    expect(await store.vote(uuid(1))).toMatchObject({ helpful: true, aside: 'repeat' });
    expect((await store.auditFeedback(RECENT)).comments).toEqual([]);
    await store.withdrawVote(uuid(1));
    expect(await store.addVote(vote(1), ELEVEN)).toBe('duplicate');
    expect(await store.summary()).toStrictEqual({ articles: [], searches: [], contacts: [], aside: [] });
  });

  test('is in the export, with its reason', async () => {
    const { store } = subject;
    await store.addVote(vote(1), NINE, 'repeat');
    await store.addAnswers(answers(1), NINE, 'unproven');
    await store.addSignals([view(1)], NINE, 'payload');
    await store.addSignals([view(2)], TEN);
    expect((await subject.all()).map(({ type, aside }) => [type, aside])).toEqual([
      ['vote', 'repeat'],
      ['answers', 'unproven'],
      ['signal', 'payload'],
      ['signal', undefined],
    ]);
  });
}

/** Everything that a store sums up, and apart from it what was set aside. */
async function sumsOf(store: FeedbackStore) {
  const { aside: inSummary, ...summary } = await store.summary();
  const { aside: inAudit, ...audit } = await store.auditFeedback(RECENT);
  const { aside: inFigures, ...figures } = await summedUp(store, PERIOD);
  return { summary, audit, figures, aside: { summary: inSummary, audit: inAudit, figures: inFigures } };
}
