import { expect, test } from 'vitest';
import { fillIn } from '../../src/client/fill-in.ts';

test.each(['refund', '$&', '{count}', "$'"])('the query %s is shown as it was typed', (query) => {
  expect(fillIn('{count} results for “{query}”', { query, count: 3 })).toBe(`3 results for “${query}”`);
});

test('a place without a value stays', () => {
  expect(fillIn('{other}', {})).toBe('{other}');
});
