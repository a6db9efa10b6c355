import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { deleteExpired, startRetention } from '../../../src/collector/operation/retention.ts';
import type { FeedbackStore } from '../../../src/stores/feedback-store.ts';
import { openStore } from '../../../src/stores/open.ts';
import { answers, uuid, vote } from '../../stores/submissions.ts';
import { failingStore } from '../failing-store.ts';

const HOUR = 3_600_000;

beforeEach(() => {
  // Not those for which the store waits before it commits.
  const toFake = ['Date', 'setInterval', 'clearInterval'] as const;
  vi.useFakeTimers({ now: new Date('2026-03-31T12:00:00Z'), toFake: [...toFake] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function storeWithVotesOf(...days: string[]): Promise<FeedbackStore> {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  for (const [index, day] of days.entries()) await store.addVote(vote(index), new Date(day));
  return store;
}

async function idsIn(store: FeedbackStore): Promise<string[]> {
  return (await Array.fromAsync(store.submissions())).map(({ id }) => id);
}

const now = () => new Date();

test('what is older than the site keeps is deleted, in whole days', async () => {
  const store = await storeWithVotesOf(
    '2026-02-27T23:59:59Z',
    '2026-02-28T00:00:00Z',
    '2026-03-30T00:00:00Z',
  );
  expect(await deleteExpired({ store, keep: '1 month', now })).toBe(1);
  expect(await idsIn(store)).toEqual([uuid(1), uuid(2)]);
});

test('survey sheets go like everything else, with what they say of wordings', async () => {
  const store = await storeWithVotesOf();
  const sheet = (number: number) => answers(number, { source: 'mail', wordings: { nps: '0123abcd' } });
  await store.addAnswers(sheet(1), new Date('2024-03-30T23:59:59Z'));
  await store.addAnswers(sheet(2), new Date('2024-03-31T00:00:00Z'));
  expect(await deleteExpired({ store, keep: '24 months', now })).toBe(1);
  expect(await idsIn(store)).toEqual([uuid(2)]);
});

test('it is deleted at once, and then every 24 hours, until it is ended', async () => {
  const store = await storeWithVotesOf(
    '2026-03-20T12:00:00Z',
    '2026-03-29T12:00:00Z',
    '2026-03-30T12:00:00Z',
  );
  const deleted: number[] = [];
  const end = startRetention({ store, keep: '3 days', now, onDone: (count) => deleted.push(count) });
  const rounds = (...counts: number[]) => vi.waitFor(() => expect(deleted).toEqual(counts));
  await rounds(1);
  expect(await idsIn(store)).toEqual([uuid(1), uuid(2)]);
  vi.advanceTimersByTime(23 * HOUR);
  expect(deleted).toEqual([1]);
  vi.advanceTimersByTime(HOUR);
  await rounds(1, 0);
  vi.advanceTimersByTime(24 * HOUR);
  await rounds(1, 0, 1);
  expect(await idsIn(store)).toEqual([uuid(2)]);
  await end();
  vi.advanceTimersByTime(240 * HOUR);
  expect(await idsIn(store)).toEqual([uuid(2)]);
  expect(deleted).toEqual([1, 0, 1]);
});

test('a failure is reported and tried again the next day', async () => {
  const failures: unknown[] = [];
  const attempts: Date[] = [];
  const store = failingStore({
    deleteBefore: async (instant) => {
      attempts.push(instant);
      if (attempts.length === 1) throw new Error('the database is out of reach');
      return 0;
    },
  });
  const end = startRetention({ store, keep: '1 week', now, onFailure: (failure) => failures.push(failure) });
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  await end();
  expect(failures).toEqual([new Error('the database is out of reach')]);
  expect(attempts).toEqual([new Date('2026-03-24T00:00:00Z'), new Date('2026-03-25T00:00:00Z')]);
});
