import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Submission } from '../../src/core/feedback.ts';
import type { FeedbackStore } from '../../src/stores/feedback-store.ts';
import { openStore } from '../../src/stores/open.ts';
import { answers, open, search, uuid, view, vote } from './submissions.ts';

const NINE = new Date('2026-03-01T09:00:00.001Z');
const TEN = new Date('2026-03-01T10:00:00.002Z');
const ELEVEN = new Date('2026-03-01T11:00:00.003Z');
const EMPTY = { articles: [], searches: [], contacts: [] };

/** What a store must do, whatever database it is in. `newPlace` gives the place of a store that does not exist yet. */
export function describeFeedbackStore(name: string, newPlace: () => Promise<string>): void {
  describe(`feedback in ${name}`, () => {
    let place: string;
    let store: FeedbackStore;

    beforeEach(async () => {
      place = await newPlace();
      store = await openStore(place);
    });

    afterEach(async () => {
      await store.close();
    });

    const all = async (from = store): Promise<Submission[]> => Array.fromAsync(from.submissions());

    async function reopen(): Promise<void> {
      await store.close();
      store = await openStore(place);
    }

    test('a new store is empty and answers', async () => {
      await store.ping();
      expect(await all()).toEqual([]);
      expect(await store.summary()).toEqual(EMPTY);
      expect(await store.deleteBefore(ELEVEN)).toBe(0);
    });

    describe('a vote', () => {
      test('comes back as it was given, to the millisecond, also after a restart', async () => {
        const full = vote(1, { level: 'expert', helpful: true, locale: 'pt-BR' });
        expect(await store.addVote(full, NINE)).toBe('stored');
        expect(await store.addVote(vote(2), TEN)).toBe('stored');
        await reopen();
        expect(await all()).toStrictEqual([
          { type: 'vote', ...full, received: NINE, changed: NINE },
          { type: 'vote', ...vote(2), received: TEN, changed: TEN },
        ]);
      });

      test('delivered again counts once and changes nothing, even with other content', async () => {
        await store.addVote(vote(1), NINE);
        expect(await store.addVote(vote(1), TEN)).toBe('duplicate');
        expect(await store.addVote(vote(1, { helpful: true, article: 'other' }), TEN)).toBe('duplicate');
        expect(await all()).toStrictEqual([{ type: 'vote', ...vote(1), received: NINE, changed: NINE }]);
      });

      test('is the same vote when its UUID is written in capitals', async () => {
        const id = 'abcdefab-cdef-4abc-8def-abcdefabcdef';
        await store.addVote(vote(1, { id }), NINE);
        expect(await store.addVote(vote(1, { id: id.toUpperCase() }), TEN)).toBe('duplicate');
        expect(await store.changeVote(id.toUpperCase(), { reason: 'wrong' }, TEN)).toBe(true);
        expect(await store.withdrawVote(id.toUpperCase())).toBe(true);
      });

      test('takes a reason, a comment and a changed mind one by one, each leaving the rest', async () => {
        await store.addVote(vote(1, { level: 'beginner' }), NINE);
        await store.addVote(vote(2), NINE);
        expect(await store.changeVote(uuid(1), { reason: 'outdated' }, TEN)).toBe(true);
        expect(await store.changeVote(uuid(1), { comment: 'Der Knopf heißt anders.' }, TEN)).toBe(true);
        expect(await store.changeVote(uuid(1), { helpful: true }, ELEVEN)).toBe(true);
        const first = {
          type: 'vote',
          ...vote(1, { level: 'beginner', helpful: true }),
          reason: 'outdated',
          comment: 'Der Knopf heißt anders.',
          received: NINE,
          changed: ELEVEN,
        };
        expect(await all()).toStrictEqual([
          first,
          { type: 'vote', ...vote(2), received: NINE, changed: NINE },
        ]);
        expect(await store.changeVote(uuid(1), { reason: 'other', comment: '' }, ELEVEN)).toBe(true);
        expect((await all())[0]).toStrictEqual({ ...first, reason: 'other', comment: '' });
      });

      test('that is not there cannot be changed or withdrawn', async () => {
        expect(await store.changeVote(uuid(1), { helpful: true }, TEN)).toBe(false);
        expect(await store.withdrawVote(uuid(1))).toBe(false);
        expect(await all()).toEqual([]);
        expect(await store.addVote(vote(1), TEN)).toBe('stored');
      });

      test('stays withdrawn when it is delivered again, also after a restart', async () => {
        await store.addVote(vote(1), NINE);
        await store.changeVote(uuid(1), { reason: 'wrong', comment: 'secret' }, NINE);
        expect(await store.withdrawVote(uuid(1))).toBe(true);
        await reopen();
        expect(await store.addVote(vote(1), TEN)).toBe('duplicate');
        expect(await store.changeVote(uuid(1), { comment: 'again' }, TEN)).toBe(false);
        expect(await store.withdrawVote(uuid(1))).toBe(false);
        expect(await all()).toEqual([]);
        expect(await store.summary()).toEqual(EMPTY);
      });
    });

    describe('answers to the survey', () => {
      test('come back as they were given, to the millisecond, also after a restart', async () => {
        const full = answers(1, {
          source: 'newsletter',
          article: 'billing/refund',
          level: 'beginner',
          answers: { nps: 0, wishes: ['fast', 'polite'], none: [], more: 'Größer! “Now” 😀', blank: '' },
        });
        expect(await store.addAnswers(full, NINE)).toBe('stored');
        expect(await store.addAnswers(answers(2, { answers: {} }), TEN)).toBe('stored');
        await reopen();
        expect(await all()).toStrictEqual([
          { type: 'answers', ...full, received: NINE },
          { type: 'answers', ...answers(2, { answers: {} }), received: TEN },
        ]);
      });

      test('delivered again count once and change nothing; withdrawn they stay withdrawn', async () => {
        await store.addAnswers(answers(1), NINE);
        expect(await store.addAnswers(answers(1, { answers: { nps: 0 } }), TEN)).toBe('duplicate');
        expect(await all()).toStrictEqual([{ type: 'answers', ...answers(1), received: NINE }]);
        expect(await store.withdrawAnswers(uuid(1))).toBe(true);
        expect(await store.withdrawAnswers(uuid(1))).toBe(false);
        expect(await store.withdrawAnswers(uuid(2))).toBe(false);
        await reopen();
        expect(await store.addAnswers(answers(1), ELEVEN)).toBe('duplicate');
        expect(await all()).toEqual([]);
      });

      test('and a vote with the same id do not touch each other', async () => {
        await store.addVote(vote(1), NINE);
        expect(await store.addAnswers(answers(1), NINE)).toBe('stored');
        expect(await store.withdrawVote(uuid(1))).toBe(true);
        expect(await all()).toStrictEqual([{ type: 'answers', ...answers(1), received: NINE }]);
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
        expect(await store.addSignals(signals, NINE)).toBe(6);
        expect(await all()).toStrictEqual(signals.map((s) => ({ type: 'signal', ...s, received: NINE })));
      });

      test('whose id is known, or comes twice in one delivery, count once and change nothing', async () => {
        expect(await store.addSignals([view(1), view(2), view(1, { article: 'other' })], NINE)).toBe(2);
        expect(await store.addSignals([view(2, { article: 'other' }), search(1, 'x', 1), view(3)], TEN)).toBe(
          1,
        );
        expect(await store.addSignals([], TEN)).toBe(0);
        expect(await all()).toStrictEqual([
          { type: 'signal', ...view(1), received: NINE },
          { type: 'signal', ...view(2), received: NINE },
          { type: 'signal', ...view(3), received: TEN },
        ]);
      });
    });

    describe('text', () => {
      test('of any kind survives: umlauts, emoji, quotes, SQL, line ends', async () => {
        const text = fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.constantFrom(
            'äöüß',
            '👩‍👩‍👧',
            `'";--`,
            "'); DROP TABLE votes;--",
            'a\r\nb\tc',
            '\u202e\ufeff',
            '$1 ?1 %s',
            '\\0',
          ),
        );
        let number = 0;
        const property = fc.asyncProperty(text, async (given) => {
          number += 1;
          const kept = given.replaceAll('\0', '');
          await store.addVote(vote(number), new Date(number));
          await store.changeVote(uuid(number), { comment: given }, TEN);
          await store.addAnswers(answers(number, { source: given, answers: { more: given } }), NINE);
          await store.addSignals([search(number, given, 1)], NINE);
          const found = (await all()).filter(({ id }) => id === uuid(number));
          expect(found).toMatchObject([
            { type: 'vote', comment: kept },
            { type: 'answers', source: kept, answers: { more: kept } },
            { type: 'signal', query: kept },
          ]);
        });
        await fc.assert(property, { seed: 1, numRuns: 60 });
      });

      test('loses NUL and half characters, which not every database can keep', async () => {
        const broken = 'a\0b\ud83dc';
        await store.addVote(vote(1), NINE);
        await store.changeVote(uuid(1), { comment: broken }, NINE);
        await store.addAnswers(answers(1, { source: broken, answers: { one: broken, two: [broken] } }), NINE);
        await store.addSignals([search(1, broken, 1)], NINE);
        const kept = 'ab\ufffdc';
        expect(await all()).toMatchObject([
          { comment: kept },
          { source: kept, answers: { one: kept, two: [kept] } },
          { query: kept },
        ]);
        expect((await store.summary()).searches).toMatchObject([{ query: kept }]);
      });
    });

    describe('an export', () => {
      test('gives votes, then answers, then signals, each by time received', async () => {
        await store.addSignals([view(6)], NINE);
        await store.addAnswers(answers(5), ELEVEN);
        await store.addAnswers(answers(4), TEN);
        await store.addVote(vote(1), TEN);
        await store.addVote(vote(3), NINE);
        await store.addVote(vote(2), new Date(-1));
        const ids = (await all()).map(({ id }) => id);
        expect(ids).toEqual([2, 3, 1, 4, 5, 6].map(uuid));
      });

      test('of more than fits in one page gives each submission once', async () => {
        const signals = Array.from({ length: 3500 }, (_, number) => view(number));
        expect(await store.addSignals(signals.slice(0, 2500), NINE)).toBe(2500);
        expect(await store.addSignals(signals, TEN)).toBe(1000);
        expect((await all()).map(({ id }) => id)).toEqual(signals.map(({ id }) => id));
      });

      test('that is left early or read slowly holds up no one', async () => {
        await store.addSignals(
          Array.from({ length: 1500 }, (_, number) => view(number)),
          NINE,
        );
        const slow = store.submissions()[Symbol.asyncIterator]();
        expect((await slow.next()).value).toMatchObject({ id: uuid(0) });
        for await (const submission of store.submissions()) {
          expect(submission.id).toBe(uuid(0));
          break;
        }
        const other = await openStore(place);
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
          await store.addVote(vote(number), received);
          await store.addAnswers(answers(number), received);
          await store.addSignals([view(number)], received);
        }
        await store.changeVote(uuid(0), { reason: 'wrong' }, ELEVEN);
        expect(await store.deleteBefore(TEN)).toBe(3);
        expect((await all()).map(({ received }) => received)).toEqual([
          TEN,
          ELEVEN,
          TEN,
          ELEVEN,
          TEN,
          ELEVEN,
        ]);
        expect(await store.deleteBefore(TEN)).toBe(0);
      });

      test('forgets withdrawn ids too, without counting them', async () => {
        await store.addVote(vote(1), NINE);
        await store.addAnswers(answers(1), NINE);
        await store.addVote(vote(2), TEN);
        await store.withdrawVote(uuid(1));
        await store.withdrawAnswers(uuid(1));
        await store.withdrawVote(uuid(2));
        expect(await store.deleteBefore(TEN)).toBe(0);
        expect(await store.addVote(vote(1), ELEVEN)).toBe('stored');
        expect(await store.addAnswers(answers(1), ELEVEN)).toBe('stored');
        expect(await store.addVote(vote(2), ELEVEN)).toBe('duplicate');
      });

      test('takes any number, and two at once count each submission once', async () => {
        await store.addSignals(
          Array.from({ length: 4500 }, (_, number) => view(number)),
          NINE,
        );
        const other = await openStore(place);
        const [one, two] = await Promise.all([store.deleteBefore(TEN), other.deleteBefore(TEN)]);
        await other.close();
        expect(one + two).toBe(4500);
        expect(await all()).toEqual([]);
      });
    });

    describe('a secret', () => {
      test('is 32 random bytes, the same ever after, another for each name and each place', async () => {
        const receipts = await store.secret('receipts');
        expect(receipts).toMatch(/^[0-9a-f]{64}$/);
        expect(await store.secret('receipts')).toBe(receipts);
        expect(await store.secret('other')).not.toBe(receipts);
        await reopen();
        await store.deleteBefore(new Date('9999-01-01'));
        expect(await store.secret('receipts')).toBe(receipts);
        const elsewhere = await openStore(await newPlace());
        expect(await elsewhere.secret('receipts')).not.toBe(receipts);
        await elsewhere.close();
      });
    });

    describe('two stores on one place', () => {
      test('see what the other wrote, and count what both are given once', async () => {
        const other = await openStore(place);
        const numbers = Array.from({ length: 40 }, (_, number) => number);
        const outcomes = await Promise.all(
          numbers.flatMap((n) => [store, other].map((one) => one.addVote(vote(n), NINE))),
        );
        expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(40);
        const views = numbers.map((n) => view(n));
        const added = await Promise.all([
          store.addSignals(views, NINE),
          other.addSignals(views.toReversed(), NINE),
          store.addSignals(views.toReversed(), NINE),
          other.addSignals(views, NINE),
        ]);
        expect(added.reduce((sum, count) => sum + count)).toBe(40);
        const secrets = await Promise.all([store, other, store, other].map((one) => one.secret('receipts')));
        expect(new Set(secrets).size).toBe(1);
        expect(await all(other)).toEqual(await all());
        expect(await all()).toHaveLength(80);
        await other.close();
      });

      test('never bring back a vote that is withdrawn while it is delivered again', async () => {
        const other = await openStore(place);
        for (let number = 0; number < 30; number += 1) {
          await store.addVote(vote(number), NINE);
          const [withdrawn, ...again] = await Promise.all([
            store.withdrawVote(uuid(number)),
            other.addVote(vote(number), TEN),
            store.addVote(vote(number), TEN),
          ]);
          expect({ withdrawn, again }).toEqual({ withdrawn: true, again: ['duplicate', 'duplicate'] });
        }
        expect(await all(other)).toEqual([]);
        await other.close();
      });

      test('in programs of their own, which all make a new place at once, do so too', async () => {
        const fresh = await newPlace();
        const program = fileURLToPath(new URL('add-in-process.ts', import.meta.url));
        const runs = await Promise.all(
          Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, [program, fresh, '60'])),
        );
        const found = runs.map(({ stdout }) => JSON.parse(stdout));
        expect(found.reduce((sum, { votes }) => sum + votes, 0)).toBe(60);
        expect(found.reduce((sum, { views }) => sum + views, 0)).toBe(60);
        expect(new Set(found.map(({ secret }) => secret)).size).toBe(1);
        const later = await openStore(fresh);
        expect(await all(later)).toHaveLength(120);
        await later.close();
      }, 30_000);
    });

    test('a store that is closed twice is closed', async () => {
      await store.close();
      await store.close();
      await expect(store.ping()).rejects.toThrow();
    });
  });
}
