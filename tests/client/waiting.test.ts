import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isRecent,
  MOST_WAITING,
  usableOf,
  type Waiting,
  withEntry,
  withoutEntry,
} from '../../src/client/waiting.ts';

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

test('a further entry comes last', () => {
  expect(withEntry([entry('a')], entry('b'))).toEqual([entry('a'), entry('b')]);
});

test('another try of the same takes the place of the first, another method does not', () => {
  const change = entry('a', { method: 'DELETE' });
  expect(withEntry([entry('a'), change], entry('a', { tried: true }))).toEqual([
    change,
    entry('a', { tried: true }),
  ]);
});

test('a full outbox takes no more, and loses none that it promised to send', () => {
  expect(withEntry(full, entry('one too many'))).toBeUndefined();
});

test('a full outbox takes what it holds already', () => {
  const again = entry('sheet-0', { tried: true });
  expect(withEntry(full, again)).toEqual([...full.slice(1), again]);
});

test('what was refused makes room', () => {
  const [first, ...others] = full;
  const refused = { ...(first as Waiting), refused: true };
  expect(withEntry([refused, ...others], entry('b'))).toEqual([...others, entry('b')]);
});

test('an entry is taken out, and the others stay', () => {
  expect(withoutEntry([entry('a'), entry('b'), entry('c')], entry('b'))).toEqual([entry('a'), entry('c')]);
});

describe('what was kept', () => {
  test.each([
    ['nothing', null],
    ['a text', 'x'],
    ['an object', { length: 1 }],
    ['blanks', [null, undefined, 0, '', [], {}]],
    ['an entry without an address', [{ ...entry('a'), address: undefined }]],
    ['an address that is no web address', [entry('a', { address: 'javascript:alert(1)' })]],
    ['another method', [{ ...entry('a'), method: 'GET' }]],
    ['a body that is none', [entry('a', { body: 'x' })]],
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
        const value = [...before, entry('a'), ...between, entry('b', { day: '2026-03-03' })];
        expect(usableOf(value, DAY)).toEqual([entry('a'), entry('b', { day: '2026-03-03' })]);
      }),
    );
  });

  test('no more than twenty are read', () => {
    expect(usableOf([...full, ...full], DAY)).toHaveLength(MOST_WAITING);
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
