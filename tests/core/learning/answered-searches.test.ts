import { expect, test } from 'vitest';
import type { Signal, Submission, Vote } from '../../../src/core/feedback.ts';
import { AnsweredSearches } from '../../../src/core/learning/answered-searches.ts';
import { open, search, uuid, view, vote } from '../../stores/submissions.ts';

const MONDAY = new Date('2026-03-02T23:59:00Z');
const TUESDAY = new Date('2026-03-03T00:01:00Z');

function answered(votes: Vote[], signals: Signal[], changed = MONDAY) {
  const searches = new AnsweredSearches();
  const submissions: Submission[] = [
    ...votes.map((one) => ({ type: 'vote' as const, ...one, received: MONDAY, changed })),
    ...signals.map((one) => ({ type: 'signal' as const, ...one, received: MONDAY })),
  ];
  for (const submission of submissions) searches.add(submission);
  return searches.all();
}

const led = (number: number, more: Partial<Vote> = {}) =>
  vote(number, { helpful: true, search: uuid(100), ...more });

test('a search, the result that was taken, and the vote belong together; the day is that of the vote', () => {
  const signals = [search(100, ' Geld \u200b  zurück\n', 3), { ...open(101, 100), position: 4 }];
  expect(answered([led(1)], signals, TUESDAY)).toEqual([
    {
      query: 'Geld zurück',
      locale: 'de',
      article: 'billing/refund',
      helpful: true,
      day: '2026-03-02',
      place: 4,
    },
  ]);
});

test('searches without a vote, and votes without a search, say nothing', () => {
  expect(answered([vote(1, { helpful: true })], [search(100, 'x', 1), open(101, 100), view(3)])).toEqual([]);
});

test('a vote whose search or opening never came in, or was of another article or language, says nothing', () => {
  const asked = search(100, 'geld zurück', 3);
  expect(answered([led(1)], [open(101, 100)])).toEqual([]);
  expect(answered([led(1)], [asked])).toEqual([]);
  expect(answered([led(1, { article: 'billing/pay' })], [asked, open(101, 100)])).toEqual([]);
  expect(answered([led(1, { locale: 'en' })], [asked, open(101, 100)])).toEqual([]);
});

test('the same search with two votes on one article counts once: it was one reader who asked', () => {
  const signals = [search(100, 'geld zurück', 3), open(101, 100)];
  expect(answered([led(1), led(2, { revision: 'bbbbbbbbbbbb' })], signals)).toHaveLength(1);
});

test('one search may lead a reader to two articles, of which one helped', () => {
  const signals = [
    search(100, 'geld zurück', 3),
    open(101, 100),
    { ...open(102, 100), article: 'billing/pay', position: 2 },
  ];
  expect(answered([led(1, { helpful: false }), led(2, { article: 'billing/pay' })], signals)).toMatchObject([
    { article: 'billing/refund', helpful: false, place: 1 },
    { article: 'billing/pay', helpful: true, place: 2 },
  ]);
});
