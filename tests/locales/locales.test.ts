import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { translate, translateCount } from '../../src/core/texts.ts';
import { readTexts } from '../../src/readers/texts.ts';

const files = readdirSync('src/locales').filter((file) => file.endsWith('.json'));
const read = (file: string) =>
  JSON.parse(readFileSync(`src/locales/${file}`, 'utf8')) as Record<string, string>;
const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(files)('%s has every text, with the same places to fill in, in alphabetical order', (file) => {
  const english = read('en.json');
  const texts = read(file);
  expect(Object.keys(texts)).toEqual(Object.keys(english).sort());
  for (const [key, text] of Object.entries(texts)) {
    expect(text.trim(), key).not.toBe('');
    if (!key.endsWith('.one')) expect(places(text), key).toEqual(places(english[key] ?? ''));
  }
});

test('a language without a file gets English, a region its language', () => {
  expect(readTexts('fr')['vote.yes']).toBe('Yes');
  expect(readTexts('de-AT')['vote.yes']).toBe('Ja');
});

test('numbers choose their form by the rules of the language', () => {
  const texts = { 'n.one': '1 article', 'n.other': '{count} articles' };
  expect([1, 0, 1234].map((count) => translateCount(texts, 'en', 'n', count))).toEqual([
    '1 article',
    '0 articles',
    '1,234 articles',
  ]);
  expect(translate({ a: 'for {who}' }, 'a', { who: '{who}' })).toBe('for {who}');
  expect(translate({}, 'missing.key')).toBe('missing.key');
});
