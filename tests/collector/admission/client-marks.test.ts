import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClientMarks } from '../../../src/collector/admission/client-marks.ts';

const at = (text: string) => new Date(`2026-03-${text}Z`);

/** Marks with their salts, which a test can look at. */
function marksWithSalts() {
  const salts: Buffer[] = [];
  const marks = createClientMarks(() => {
    const salt = randomBytes(32);
    salts.push(salt);
    return salt;
  });
  return { marks, salts };
}

const isOverwritten = (salt: Buffer | undefined) => salt?.every((byte) => byte === 0);

test('the same fields have the same mark on the same day, and nothing of them can be read in it', () => {
  const marks = createClientMarks();
  const morning = marks.of(at('01T00:00:00'), 'vote', '198.51.100.7');
  expect(marks.of(at('01T23:59:59'), 'vote', '198.51.100.7')).toEqual(morning);
  expect(morning.yesterday).toBeUndefined();
  expect(morning.today).toHaveLength(16);
  expect(createClientMarks().of(at('01T00:00:00'), 'vote', '198.51.100.7')).not.toEqual(morning);
});

test('other fields have another mark, wherever one ends and the next begins', () => {
  const marks = createClientMarks(() => Buffer.alloc(32, 7));
  const of = (fields: readonly string[]) => marks.of(at('01T10:00:00'), ...fields).today;
  const lists = [
    ['ab', 'c'],
    ['a', 'bc'],
    ['abc'],
    ['ab|c'],
    ['a', 'b|c'],
    ['ab', '', 'c'],
    ['', 'abc'],
    ['1:a1:b'],
    ['a', 'b'],
    ['a1:b'],
  ];
  expect(new Set(lists.map(of)).size).toBe(lists.length);
  const fields = fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 });
  fc.assert(
    fc.property(fields, fields, (one, other) => {
      expect(of(one) === of(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test('the next day has a salt of its own, and still recognises what yesterday was', () => {
  const { marks, salts } = marksWithSalts();
  const evening = marks.of(at('01T23:50:00'), '198.51.100.7');
  const night = marks.of(at('02T00:10:00'), '198.51.100.7');
  expect(night.today).not.toBe(evening.today);
  expect(night.yesterday).toBe(evening.today);
  expect(salts.map(isOverwritten)).toEqual([false, false]);
});

test('a salt is overwritten within 48 hours after it was made, even if nobody sends anything', () => {
  const { marks, salts } = marksWithSalts();
  marks.of(at('01T00:00:00'), '198.51.100.7');
  marks.renew(at('02T00:00:00'));
  marks.renew(at('02T23:57:00'));
  expect(isOverwritten(salts[0])).toBe(false);
  marks.renew(at('02T23:58:00'));
  expect(isOverwritten(salts[0])).toBe(true);
  expect(marks.of(at('02T23:59:00'), '198.51.100.7').yesterday).toBeUndefined();
  // The next call may come much later.
  marks.renew(at('09T00:00:00'));
  expect(salts.map(isOverwritten)).toEqual([true, true, false]);
});

test('a clock that is put back keeps no salt for longer', () => {
  const { marks, salts } = marksWithSalts();
  marks.renew(at('08T10:00:00'));
  marks.renew(at('01T10:00:00'));
  expect(salts.map(isOverwritten)).toEqual([true, false]);
});

test('after its salt is gone, no address leads to a mark any more', () => {
  const { marks } = marksWithSalts();
  const addresses = Array.from({ length: 4096 }, (_, index) => `198.51.${96 + (index >> 8)}.${index & 255}`);
  const day = at('01T10:00:00');
  const kept = marks.of(day, 'vote', '198.51.100.7').today;
  const found = (when: Date) =>
    addresses.filter((address) => {
      const mark = marks.of(when, 'vote', address);
      return mark.today === kept || mark.yesterday === kept;
    });
  expect(found(day)).toEqual(['198.51.100.7']);
  expect(found(at('03T10:00:00'))).toEqual([]);
});

test('the salt of the day before yesterday is overwritten, however short a time ago it was made', () => {
  const { marks, salts } = marksWithSalts();
  for (const time of ['01T23:50:00', '02T12:00:00', '03T00:10:00']) marks.of(at(time), '198.51.100.7');
  expect(salts.map(isOverwritten)).toEqual([true, false, false]);
});
