import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UuidSet } from '../../src/readers/uuid-set.ts';

test('it tells new UUIDs from known ones as a set of texts does, capitals or not', () => {
  // Few that differ in one word only, so that many meet, beside many that look like those of browsers.
  const word = fc.constantFrom('00000000', '00000001', 'ffffffff');
  const few = fc.tuple(word, word, word, word).map(([a, b, c, d]) => {
    return `${a}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${d}`;
  });
  const uuid = fc.oneof(
    few,
    fc.uuid(),
    few.map((one) => one.toUpperCase()),
  );
  fc.assert(
    fc.property(fc.array(uuid, { maxLength: 200 }), (uuids) => {
      const set = new UuidSet();
      const known = new Set<string>();
      for (const one of uuids) {
        expect(set.add(one)).toBe(!known.has(one.toLowerCase()));
        known.add(one.toLowerCase());
      }
    }),
  );
});

test('it grows, and forgets none', () => {
  const set = new UuidSet();
  const uuids = Array.from({ length: 50_000 }, (_, number) => {
    return `00000000-0000-4000-8000-${(number * 7).toString(16).padStart(12, '0')}`;
  });
  expect(uuids.filter((uuid) => set.add(uuid))).toHaveLength(50_000);
  expect(uuids.filter((uuid) => set.add(uuid))).toEqual([]);
});
