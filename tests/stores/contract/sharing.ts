import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/stores/open.ts';
import { uuid, view, vote } from '../submissions.ts';
import { ELEVEN, type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

const EMPTY = { articles: [], searches: [], contacts: [], aside: [] };

/** What several stores on one place, and a store from its first to its last moment, do. */
export function describeSharing(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);

  test('a new store is empty and answers', async () => {
    await subject.store.ping();
    expect(await subject.all()).toEqual([]);
    expect(await subject.store.summary()).toEqual(EMPTY);
    expect(await subject.store.deleteBefore(ELEVEN)).toBe(0);
  });

  describe('a secret', () => {
    test('is 32 random bytes, the same ever after, another for each name and each place', async () => {
      const receipts = await subject.store.secret('receipts');
      expect(receipts).toMatch(/^[0-9a-f]{64}$/);
      expect(await subject.store.secret('receipts')).toBe(receipts);
      expect(await subject.store.secret('other')).not.toBe(receipts);
      await subject.reopen();
      await subject.store.deleteBefore(new Date('9999-01-01'));
      expect(await subject.store.secret('receipts')).toBe(receipts);
      const elsewhere = await openStore(await newPlace());
      expect(await elsewhere.secret('receipts')).not.toBe(receipts);
      await elsewhere.close();
    });
  });

  describe('two stores on one place', () => {
    test('see what the other wrote, and count what both are given once', async () => {
      const other = await openStore(subject.place);
      const numbers = Array.from({ length: 40 }, (_, number) => number);
      const outcomes = await Promise.all(
        numbers.flatMap((n) => [subject.store, other].map((one) => one.addVote(vote(n), NINE))),
      );
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(40);
      const views = numbers.map((n) => view(n));
      const added = await Promise.all([
        subject.store.addSignals(views, NINE),
        other.addSignals(views.toReversed(), NINE),
        subject.store.addSignals(views.toReversed(), NINE),
        other.addSignals(views, NINE),
      ]);
      expect(added.reduce((sum, count) => sum + count)).toBe(40);
      const secrets = await Promise.all(
        [subject.store, other, subject.store, other].map((one) => one.secret('receipts')),
      );
      expect(new Set(secrets).size).toBe(1);
      expect(await subject.all(other)).toEqual(await subject.all());
      expect(await subject.all()).toHaveLength(80);
      await other.close();
    });

    test('never bring back a vote that is withdrawn while it is delivered again', async () => {
      const other = await openStore(subject.place);
      for (let number = 0; number < 30; number += 1) {
        await subject.store.addVote(vote(number), NINE);
        const [withdrawn, ...again] = await Promise.all([
          subject.store.withdrawVote(uuid(number)),
          other.addVote(vote(number), TEN),
          subject.store.addVote(vote(number), TEN),
        ]);
        expect({ withdrawn, again }).toEqual({ withdrawn: true, again: ['duplicate', 'duplicate'] });
      }
      expect(await subject.all(other)).toEqual([]);
      await other.close();
    });

    test('in programs of their own, which all make a new place at once, do so too', async () => {
      const fresh = await newPlace();
      const program = fileURLToPath(new URL('../add-in-process.ts', import.meta.url));
      const runs = await Promise.all(
        Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, [program, fresh, '60'])),
      );
      const found = runs.map(({ stdout }) => JSON.parse(stdout));
      expect(found.reduce((sum, { votes }) => sum + votes, 0)).toBe(60);
      expect(found.reduce((sum, { views }) => sum + views, 0)).toBe(60);
      expect(new Set(found.map(({ secret }) => secret)).size).toBe(1);
      const later = await openStore(fresh);
      expect(await subject.all(later)).toHaveLength(120);
      await later.close();
    }, 30_000);
  });

  test('closing waits for what is being written', async () => {
    const outcomes = Promise.all(
      [1, 2, 3, 4, 5, 6].map((number) => subject.store.addVote(vote(number), NINE)),
    );
    await subject.store.close();
    expect(await outcomes).toEqual(Array(6).fill('stored'));
    await subject.reopen();
    expect(await subject.all()).toHaveLength(6);
  });

  test('a store that is closed twice is closed', async () => {
    await subject.store.close();
    await subject.store.close();
    await expect(subject.store.ping()).rejects.toThrow();
  });
}
