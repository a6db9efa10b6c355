import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRepeats } from '../../../src/collector/admission/repeats.ts';

const HOUR = 3_600_000;
const about = (today: string, yesterday?: string) => ({ today, yesterday });
const here = about('here');

test('the first three count, and the same again is what it was', () => {
  const repeats = createRepeats(3);
  const judged = ['a', 'b', 'a', 'c', 'd', 'c', 'd', 'a'].map((id) => repeats.isOneTooMany(here, id, 0));
  expect(judged).toEqual([false, false, false, false, true, false, true, false]);
  expect(repeats.isOneTooMany(about('elsewhere'), 'd', 0)).toBe(false);
});

test('24 hours later there is room again, for each one by itself', () => {
  const repeats = createRepeats(2);
  expect(repeats.isOneTooMany(here, 'a', 0)).toBe(false);
  expect(repeats.isOneTooMany(here, 'b', 20 * HOUR)).toBe(false);
  expect(repeats.isOneTooMany(here, 'c', 24 * HOUR - 1)).toBe(true);
  expect(repeats.isOneTooMany(here, 'd', 24 * HOUR)).toBe(false);
  expect(repeats.isOneTooMany(here, 'e', 43 * HOUR)).toBe(true);
});

test('a repeat is recognised across midnight, and counted once with what came before', () => {
  const repeats = createRepeats(3);
  for (const id of ['a', 'b']) repeats.isOneTooMany(about('sunday'), id, 0);
  const monday = about('monday', 'sunday');
  const judged = ['a', 'b', 'c', 'd'].map((id) => repeats.isOneTooMany(monday, id, HOUR));
  expect(judged).toEqual([false, false, false, true]);
  expect(['a', 'c', 'e'].map((id) => repeats.isOneTooMany(monday, id, HOUR))).toEqual([false, false, true]);
  expect(repeats.size).toBe(1);
});

test('many places do not make it grow, and who keeps trying is not forgotten', () => {
  const repeats = createRepeats(1, 100);
  repeats.isOneTooMany(here, 'first', 0);
  for (let number = 0; number < 10_000; number++) {
    repeats.isOneTooMany(about(String(number)), 'x', number);
    expect(repeats.isOneTooMany(here, String(number), number)).toBe(true);
  }
  expect(repeats.size).toBeLessThanOrEqual(100);
});

test('whatever order they come in, no 24 hours count more than the limit of one place and thing', () => {
  const sent = fc.record({
    place: fc.constantFrom('here', 'there'),
    id: fc.nat(30).map(String),
    wait: fc.oneof(fc.nat(1000), fc.nat(9 * HOUR)),
  });
  fc.assert(
    fc.property(fc.array(sent, { maxLength: 150 }), (all) => {
      const repeats = createRepeats(3);
      let at = 0;
      const counted = new Map<string, { id: string; at: number }[]>();
      for (const { place, id, wait } of all) {
        at += wait;
        const list = counted.get(place) ?? [];
        counted.set(place, list);
        if (repeats.isOneTooMany(about(place), id, at)) continue;
        if (!list.some((one) => one.id === id && at - one.at < 24 * HOUR)) list.push({ id, at });
      }
      for (const list of counted.values()) {
        for (const { at: end } of list) {
          const within = list.filter((one) => one.at <= end && end - one.at < 24 * HOUR);
          expect(within.length).toBeLessThanOrEqual(3);
        }
      }
    }),
  );
});
