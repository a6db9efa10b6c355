import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeedbackStore } from '../../../src/stores/feedback-store.ts';
import { openStore } from '../../../src/stores/open.ts';
import { answers, uuid, view, vote } from '../submissions.ts';
import { type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

/** What happens to submissions that arrive at the same moment. */
export function describeAtOnce(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);

  test('many votes with some ids twice: each is stored once, and the rest are told to be duplicates', async () => {
    const numbers = Array.from({ length: 700 }, (_, place) => place % 400);
    const outcomes = await Promise.all(numbers.map((number) => subject.store.addVote(vote(number), NINE)));
    expect(outcomes).toEqual(numbers.map((_, place) => (place < 400 ? 'stored' : 'duplicate')));
    expect(await subject.all()).toHaveLength(400);
  });

  test('a vote, its reason and its withdrawal, none of which waited for the one before', async () => {
    const { store } = subject;
    expect(
      await Promise.all([
        store.withdrawVote(uuid(1)),
        store.changeVote(uuid(1), { reason: 'wrong' }, TEN),
        store.addVote(vote(1), NINE),
        store.changeVote(uuid(1), { reason: 'outdated' }, TEN),
        store.changeVote(uuid(1), { reason: 'other' }, TEN),
        store.addVote(vote(1, { helpful: true }), TEN),
        store.addVote(vote(2), NINE),
        store.withdrawVote(uuid(2)),
        store.addVote(vote(2), TEN),
        store.withdrawVote(uuid(2)),
      ]),
    ).toEqual([false, false, 'stored', true, true, 'duplicate', 'stored', true, 'duplicate', false]);
    expect(await subject.all()).toStrictEqual([
      { type: 'vote', ...vote(1), reason: 'other', received: NINE, changed: TEN },
    ]);
  });

  test('one that the database refuses takes no other with it, and a list is added whole or not at all', async () => {
    const { store } = subject;
    const nowhere = { locale: undefined as never };
    const outcomes = await Promise.allSettled([
      store.addVote(vote(1), NINE),
      store.addVote(vote(2, nowhere), NINE),
      store.addSignals([view(1), view(2, nowhere), view(3)], NINE),
      store.addAnswers(answers(1), NINE),
      store.addSignals([view(3), view(4)], NINE),
      store.changeVote(uuid(1), { helpful: true }, TEN),
    ]);
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'refused'))).toEqual([
      'stored',
      'refused',
      'refused',
      'stored',
      2,
      true,
    ]);
    expect((await subject.all()).map(({ type, id }) => [type, id])).toEqual([
      ['vote', uuid(1)],
      ['answers', uuid(1)],
      ['signal', uuid(3)],
      ['signal', uuid(4)],
    ]);
  });

  test('come to the same as one after the other', async () => {
    const id = fc.nat(3);
    const deed = fc.oneof(
      fc.tuple(id, fc.boolean()).map(
        ([n, helpful]) =>
          (store: FeedbackStore) =>
            store.addVote(vote(n, { helpful }), NINE),
      ),
      fc.tuple(id, fc.constantFrom('wrong', 'other')).map(
        ([n, comment]) =>
          (store: FeedbackStore) =>
            store.changeVote(uuid(n), { comment }, TEN),
      ),
      id.map((n) => (store: FeedbackStore) => store.withdrawVote(uuid(n))),
      id.map((n) => (store: FeedbackStore) => store.addAnswers(answers(n), NINE)),
      id.map((n) => (store: FeedbackStore) => store.withdrawAnswers(uuid(n))),
      fc.array(id, { minLength: 1, maxLength: 4 }).map(
        (ns) => (store: FeedbackStore) =>
          store.addSignals(
            ns.map((n) => view(n)),
            NINE,
          ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 16 }), async (deeds) => {
        const [atOnce, inTurn] = [await openStore(await newPlace()), await openStore(':memory:')];
        const outcomes = await Promise.all(deeds.map((one) => one(atOnce)));
        const expected: unknown[] = [];
        for (const one of deeds) expected.push(await one(inTurn));
        expect(outcomes).toEqual(expected);
        expect(await subject.all(atOnce)).toEqual(await subject.all(inTurn));
        await Promise.all([atOnce.close(), inTurn.close()]);
      }),
      { numRuns: 15 },
    );
  });
}
