import { expect, test } from 'vitest';
import { nearest, typingErrors } from '../../src/core/nearest.ts';

test.each([
  ['title', 'title', 0],
  ['tilte', 'title', 1],
  ['titel', 'title', 1],
  ['tile', 'title', 1],
  ['titles', 'title', 1],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('%s is %s with %d typing errors', (written, meant, errors) => {
  expect(typingErrors(written, meant)).toBe(errors);
});

test('the nearest candidate is named, if there is one near', () => {
  expect(nearest('tilte', ['type', 'title', 'tags'])).toBe('title');
  expect(nearest('Owner', ['owner'])).toBe('owner');
  expect(nearest('xyz', ['type', 'title', 'tags'])).toBeUndefined();
  expect(nearest('ab', ['cd'])).toBeUndefined();
});

test('counting ends where a word is too far away', () => {
  expect(typingErrors('kitten', 'sitting', 3)).toBe(3);
  expect(typingErrors('kitten', 'sitting', 2)).toBe(2);
  expect(typingErrors('tilte', 'title', 2)).toBe(1);
});
