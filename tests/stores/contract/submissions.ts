import { describe, expect, test } from 'vitest';
import { answers, open, search, uuid, view, vote } from '../submissions.ts';
import { ELEVEN, type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

const EMPTY = { articles: [], searches: [], contacts: [], aside: [] };

/** What happens to one vote, one survey sheet, one signal. */
export function describeSubmissions(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);

  describe('a vote', () => {
    test('comes back as it was given, to the millisecond, also after a restart', async () => {
      const full = vote(1, { level: 'expert', helpful: true, locale: 'pt-BR', search: uuid(9) });
      expect(await subject.store.addVote(full, NINE)).toBe('stored');
      expect(await subject.store.addVote(vote(2), TEN)).toBe('stored');
      await subject.reopen();
      expect(await subject.all()).toStrictEqual([
        { type: 'vote', ...full, received: NINE, changed: NINE },
        { type: 'vote', ...vote(2), received: TEN, changed: TEN },
      ]);
    });

    test('delivered again counts once and changes nothing, even with other content', async () => {
      await subject.store.addVote(vote(1), NINE);
      expect(await subject.store.addVote(vote(1), TEN)).toBe('duplicate');
      expect(await subject.store.addVote(vote(1, { helpful: true, article: 'other' }), TEN)).toBe(
        'duplicate',
      );
      expect(await subject.all()).toStrictEqual([
        { type: 'vote', ...vote(1), received: NINE, changed: NINE },
      ]);
    });

    test('is the same vote when its UUID is written in capitals', async () => {
      const id = 'abcdefab-cdef-4abc-8def-abcdefabcdef';
      await subject.store.addVote(vote(1, { id }), NINE);
      expect(await subject.store.addVote(vote(1, { id: id.toUpperCase() }), TEN)).toBe('duplicate');
      expect(await subject.store.changeVote(id.toUpperCase(), { reason: 'wrong' }, TEN)).toBe(true);
      expect(await subject.store.withdrawVote(id.toUpperCase())).toBe(true);
    });

    test('names the search that led to it as that search is named in the signals', async () => {
      const asked = 'abcdefab-cdef-4abc-8def-abcdefabcdef';
      await subject.store.addVote(vote(1, { search: asked.toUpperCase() }), NINE);
      expect(await subject.store.changeVote(uuid(1), { helpful: true }, TEN)).toBe(true);
      expect(await subject.all()).toMatchObject([{ helpful: true, search: asked }]);
    });

    test('takes a reason, a comment and a changed mind one by one, each leaving the rest', async () => {
      await subject.store.addVote(vote(1, { level: 'beginner' }), NINE);
      await subject.store.addVote(vote(2), NINE);
      expect(await subject.store.changeVote(uuid(1), { reason: 'outdated' }, TEN)).toBe(true);
      expect(await subject.store.changeVote(uuid(1), { comment: 'Der Knopf heißt anders.' }, TEN)).toBe(true);
      expect(await subject.store.changeVote(uuid(1), { helpful: true }, ELEVEN)).toBe(true);
      const first = {
        type: 'vote',
        ...vote(1, { level: 'beginner', helpful: true }),
        reason: 'outdated',
        comment: 'Der Knopf heißt anders.',
        received: NINE,
        changed: ELEVEN,
      };
      expect(await subject.all()).toStrictEqual([
        first,
        { type: 'vote', ...vote(2), received: NINE, changed: NINE },
      ]);
      expect(await subject.store.changeVote(uuid(1), { reason: 'other', comment: '' }, ELEVEN)).toBe(true);
      expect((await subject.all())[0]).toStrictEqual({ ...first, reason: 'other', comment: '' });
    });

    test('that is not there cannot be changed or withdrawn', async () => {
      expect(await subject.store.changeVote(uuid(1), { helpful: true }, TEN)).toBe(false);
      expect(await subject.store.withdrawVote(uuid(1))).toBe(false);
      expect(await subject.all()).toEqual([]);
      expect(await subject.store.addVote(vote(1), TEN)).toBe('stored');
    });

    test('stays withdrawn when it is delivered again, also after a restart', async () => {
      await subject.store.addVote(vote(1, { search: uuid(9) }), NINE);
      await subject.store.changeVote(uuid(1), { reason: 'wrong', comment: 'secret' }, NINE);
      expect(await subject.store.withdrawVote(uuid(1))).toBe(true);
      await subject.reopen();
      expect(await subject.store.addVote(vote(1), TEN)).toBe('duplicate');
      expect(await subject.store.changeVote(uuid(1), { comment: 'again' }, TEN)).toBe(false);
      expect(await subject.store.withdrawVote(uuid(1))).toBe(false);
      expect(await subject.all()).toEqual([]);
      expect(await subject.store.summary()).toEqual(EMPTY);
    });
  });

  describe('answers to the survey', () => {
    test('come back as they were given, to the millisecond, also after a restart', async () => {
      const full = answers(1, {
        source: 'newsletter',
        article: 'billing/refund',
        level: 'beginner',
        answers: { nps: 0, wishes: ['fast', 'polite'], none: [], more: 'Größer! “Now” 😀', blank: '' },
        wordings: { nps: '0123abcd', more: '00000000' },
      });
      expect(await subject.store.addAnswers(full, NINE)).toBe('stored');
      expect(await subject.store.addAnswers(answers(2, { answers: {} }), TEN)).toBe('stored');
      await subject.reopen();
      expect(await subject.all()).toStrictEqual([
        { type: 'answers', ...full, received: NINE },
        { type: 'answers', ...answers(2, { answers: {} }), received: TEN },
      ]);
    });

    test('delivered again count once and change nothing; withdrawn they stay withdrawn', async () => {
      const first = answers(1, { source: 'mail', level: 'expert', wordings: { nps: '0123abcd' } });
      await subject.store.addAnswers(first, NINE);
      expect(await subject.store.addAnswers(answers(1, { answers: { nps: 0 } }), TEN)).toBe('duplicate');
      expect(await subject.all()).toStrictEqual([{ type: 'answers', ...first, received: NINE }]);
      expect(await subject.store.withdrawAnswers(uuid(1))).toBe(true);
      expect(await subject.store.withdrawAnswers(uuid(1))).toBe(false);
      expect(await subject.store.withdrawAnswers(uuid(2))).toBe(false);
      await subject.reopen();
      expect(await subject.store.addAnswers(answers(1), ELEVEN)).toBe('duplicate');
      expect(await subject.all()).toEqual([]);
    });

    test('and a vote with the same id do not touch each other', async () => {
      await subject.store.addVote(vote(1), NINE);
      expect(await subject.store.addAnswers(answers(1), NINE)).toBe('stored');
      expect(await subject.store.withdrawVote(uuid(1))).toBe(true);
      expect(await subject.all()).toStrictEqual([{ type: 'answers', ...answers(1), received: NINE }]);
    });
  });

  describe('signals', () => {
    test('of every kind come back as they were given', async () => {
      const signals = [
        view(1),
        search(2, '  Rechnung   ÄNDERN ', 0),
        open(3, 2),
        { id: uuid(4), kind: 'contact', locale: 'en' } as const,
        { id: uuid(5), kind: 'contact', locale: 'en', article: 'a' } as const,
        { id: uuid(6), kind: 'solved', locale: 'de', article: 'a' } as const,
      ];
      expect(await subject.store.addSignals(signals, NINE)).toBe(6);
      expect(await subject.all()).toStrictEqual(
        signals.map((s) => ({ type: 'signal', ...s, received: NINE })),
      );
    });

    test('whose id is known, or comes twice in one delivery, count once and change nothing', async () => {
      expect(await subject.store.addSignals([view(1), view(2), view(1, { article: 'other' })], NINE)).toBe(2);
      expect(
        await subject.store.addSignals([view(2, { article: 'other' }), search(1, 'x', 1), view(3)], TEN),
      ).toBe(1);
      expect(await subject.store.addSignals([], TEN)).toBe(0);
      expect(await subject.all()).toStrictEqual([
        { type: 'signal', ...view(1), received: NINE },
        { type: 'signal', ...view(2), received: NINE },
        { type: 'signal', ...view(3), received: TEN },
      ]);
    });
  });
}
