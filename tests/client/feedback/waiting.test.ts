import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isRecent,
  MOST_WAITING,
  makingRoom,
  usableOf,
  type Waiting,
} from '../../../src/client/feedback/waiting.ts';

const DAY = '2026-03-10';

function entry(id: string, changes: Partial<Waiting> = {}): Waiting {
  return {
    id,
    method: 'POST',
    address: 'https://help.example.com/api/answers',
    body: { id },
    day: DAY,
    ...changes,
  };
}

const full = Array.from({ length: MOST_WAITING }, (_, index) => entry(`sheet-${index}`));

test('there is room for a further entry, and none must go for it', () => {
  expect(makingRoom([entry('a')], entry('b'))).toEqual([]);
});

test('a full outbox takes no more, and loses none that it promised to send', () => {
  expect(makingRoom(full, entry('one too many'))).toBeUndefined();
});

test('a full outbox takes what it holds already, but no other request about it', () => {
  expect(makingRoom(full, entry('sheet-0', { tried: true }))).toEqual([]);
  expect(makingRoom(full, entry('sheet-0', { method: 'DELETE' }))).toBeUndefined();
});

test('what was refused makes room', () => {
  const [first, ...others] = full;
  const refused = { ...(first as Waiting), refused: true };
  expect(makingRoom([refused, ...others], entry('b'))).toEqual([refused]);
});

describe('what was kept', () => {
  test.each([
    ['nothing', []],
    ['blanks', [null, undefined, 0, '', [], {}]],
    ['an entry without an address', [{ ...entry('a'), address: undefined }]],
    ['an address that is no web address', [entry('a', { address: 'javascript:alert(1)' })]],
    ['another method', [{ ...entry('a'), method: 'GET' }]],
    ['a body that is none', [{ ...entry('a'), body: 'x' }]],
    ['a day that is none', [entry('a', { day: 'yesterday' })]],
    ['a day long ago', [entry('a', { day: '2026-03-02' })]],
    ['a day to come', [entry('a', { day: '2027-01-01' })]],
  ])('%s is no entry', (_, value) => {
    expect(usableOf(value, DAY)).toEqual([]);
  });

  test('whatever stands between them, the entries are found in their order', () => {
    const poison = fc.anything().filter((value) => (value as Waiting | null)?.address === undefined);
    fc.assert(
      fc.property(fc.array(poison), fc.array(poison), (before, between) => {
        const value = [...before, entry('a', { day: '2026-03-03' }), ...between, entry('b')];
        expect(usableOf(value, DAY)).toEqual([entry('a', { day: '2026-03-03' }), entry('b')]);
      }),
    );
  });

  test('the oldest comes first, and of one submission what has to arrive first', () => {
    const [late, early] = [entry('late'), entry('early', { day: '2026-03-09' })];
    const [change, withdrawal] = [entry('late', { method: 'PATCH' }), entry('late', { method: 'DELETE' })];
    expect(usableOf([withdrawal, change, late, early], DAY)).toEqual([early, late, change, withdrawal]);
  });
});

test.each([
  ['2026-03-10', true],
  ['2026-03-03', true],
  ['2026-03-02', false],
  // Somebody who flew west is a day behind.
  ['2026-03-11', true],
  ['2026-03-12', false],
  ['', false],
])('whether %s was within the last week: %s', (day, expected) => {
  expect(isRecent(day, DAY)).toBe(expected);
});
