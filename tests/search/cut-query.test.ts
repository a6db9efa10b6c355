import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutQuery, LONGEST_QUERY } from '../../src/search/cut-query.ts';

test('a query loses what is too long, and no letter in part', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 150, maxLength: 300 }), (query) => {
      const cut = cutQuery(query);
      expect(cut.length).toBeLessThanOrEqual(LONGEST_QUERY);
      expect(query.trim().startsWith(cut)).toBe(true);
      expect(cut.isWellFormed()).toBe(true);
    }),
  );
  expect(cutQuery(`a${'🙂'.repeat(1000)}`)).toBe(`a${'🙂'.repeat(99)}`);
  expect(cutQuery('  refund \n')).toBe('refund');
});
