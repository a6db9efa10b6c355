import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/stores/open.ts';
import { answers, uuid, view, vote } from '../submissions.ts';
import { ELEVEN, type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

/** How the submissions are read out, and deleted by age. */
export function describeExportAndDeletion(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);

  describe('an export', () => {
    test('gives votes, then answers, then signals, each by time received', async () => {
      await subject.store.addSignals([view(6)], NINE);
      await subject.store.addAnswers(answers(5), ELEVEN);
      await subject.store.addAnswers(answers(4), TEN);
      await subject.store.addVote(vote(1), TEN);
      await subject.store.addVote(vote(3), NINE);
      await subject.store.addVote(vote(2), new Date(-1));
      const ids = (await subject.all()).map(({ id }) => id);
      expect(ids).toEqual([2, 3, 1, 4, 5, 6].map(uuid));
    });

    test('of more than fits in one page gives each submission once', async () => {
      const signals = Array.from({ length: 3500 }, (_, number) => view(number));
      expect(await subject.store.addSignals(signals.slice(0, 2500), NINE)).toBe(2500);
      expect(await subject.store.addSignals(signals, TEN)).toBe(1000);
      expect((await subject.all()).map(({ id }) => id)).toEqual(signals.map(({ id }) => id));
    });

    test('lets others write between its pages', async () => {
      const { store } = subject;
      await store.addSignals(
        Array.from({ length: 10_000 }, (_, number) => view(number)),
        NINE,
      );
      const order: string[] = [];
      const written = store.addVote(vote(1), NINE).then(() => order.push('written'));
      for await (const { type } of store.submissions()) if (order.at(-1) !== type) order.push(type);
      order.push('read');
      await written;
      expect(order.indexOf('written')).toBeLessThan(order.indexOf('read'));
    });

    test('that is left early or read slowly holds up no one', async () => {
      await subject.store.addSignals(
        Array.from({ length: 1500 }, (_, number) => view(number)),
        NINE,
      );
      const slow = subject.store.submissions()[Symbol.asyncIterator]();
      expect((await slow.next()).value).toMatchObject({ id: uuid(0) });
      for await (const submission of subject.store.submissions()) {
        expect(submission.id).toBe(uuid(0));
        break;
      }
      const other = await openStore(subject.place);
      expect(await other.addVote(vote(1), TEN)).toBe('stored');
      expect(await other.withdrawVote(uuid(1))).toBe(true);
      expect(await other.deleteBefore(TEN)).toBe(1500);
      await other.close();
      let rest = 0;
      while (!(await slow.next()).done) rest += 1;
      expect(rest).toBeLessThan(1500);
    });
  });

  describe('deletion by age', () => {
    test('takes what was received before the instant, and says how many submissions', async () => {
      for (const [number, received] of [NINE, TEN, ELEVEN].entries()) {
        await subject.store.addVote(vote(number), received);
        await subject.store.addAnswers(answers(number), received);
        await subject.store.addSignals([view(number)], received);
      }
      await subject.store.changeVote(uuid(0), { reason: 'wrong' }, ELEVEN);
      expect(await subject.store.deleteBefore(TEN)).toBe(3);
      expect((await subject.all()).map(({ received }) => received)).toEqual([
        TEN,
        ELEVEN,
        TEN,
        ELEVEN,
        TEN,
        ELEVEN,
      ]);
      expect(await subject.store.deleteBefore(TEN)).toBe(0);
    });

    test('forgets withdrawn ids too, without counting them', async () => {
      await subject.store.addVote(vote(1), NINE);
      await subject.store.addAnswers(answers(1), NINE);
      await subject.store.addVote(vote(2), TEN);
      await subject.store.withdrawVote(uuid(1));
      await subject.store.withdrawAnswers(uuid(1));
      await subject.store.withdrawVote(uuid(2));
      expect(await subject.store.deleteBefore(TEN)).toBe(0);
      expect(await subject.store.addVote(vote(1), ELEVEN)).toBe('stored');
      expect(await subject.store.addAnswers(answers(1), ELEVEN)).toBe('stored');
      expect(await subject.store.addVote(vote(2), ELEVEN)).toBe('duplicate');
    });

    test('takes any number, and two at once count each submission once', async () => {
      await subject.store.addSignals(
        Array.from({ length: 4500 }, (_, number) => view(number)),
        NINE,
      );
      const other = await openStore(subject.place);
      const [one, two] = await Promise.all([subject.store.deleteBefore(TEN), other.deleteBefore(TEN)]);
      await other.close();
      expect(one + two).toBe(4500);
      expect(await subject.all()).toEqual([]);
    });
  });
}
