import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packPosting, rarity, unpackPosting } from '../../src/search/posting.ts';

const weight = fc.double({ min: 0, max: 2, noNaN: true });
const title = fc.constantFrom('none' as const, 'part' as const, 'whole' as const);

test('a posting comes back as it was packed, its weight to the nearest step, in one letter', () => {
  fc.assert(
    fc.property(fc.record({ weight, title, isAsked: fc.boolean() }), (posting) => {
      const packed = packPosting(posting);
      const { weight, ...rest } = unpackPosting(packed);
      expect(rest).toEqual({ title: posting.title, isAsked: posting.isAsked });
      expect(Math.abs(weight - Math.max(posting.weight, 1 / 63))).toBeLessThanOrEqual(1 / 126 + 1e-9);
      // A letter that needs no escape in JSON.
      expect(JSON.stringify(packed)).toHaveLength(3);
    }),
  );
});

test('a word that hardly weighs anything still weighs something', () => {
  expect(unpackPosting(packPosting({ weight: 0, title: 'none', isAsked: false })).weight).toBeGreaterThan(0);
});

test('of two postings the heavier sorts last', () => {
  const asked = packPosting({ weight: 0.3, title: 'whole', isAsked: true });
  expect(packPosting({ weight: 0.4, title: 'none', isAsked: false }) > asked).toBe(true);
});

test('the fewer articles hold a word, the more it says, and none says less than nothing', () => {
  const articles = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(articles, articles, (one, other) => {
      const holders = Math.min(one, other);
      const all = Math.max(one, other);
      expect(rarity(holders, all)).toBeGreaterThan(0);
      expect(rarity(holders - 1, all)).toBeGreaterThan(rarity(holders, all));
    }),
  );
  expect(rarity(1, 100)).toBeCloseTo(Math.log(1 + 99.5 / 1.5));
});
