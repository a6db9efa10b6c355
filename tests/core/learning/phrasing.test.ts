import { expect, test } from 'vitest';
import { folded, meaningOf, mostUsed, tidy, wordsOf } from '../../../src/core/learning/phrasing.ts';
import { formOf } from './readers.ts';

test.each([
  ['en', 'How do I cancel my contracts?', 'contract cancel'],
  ['de', 'Wie kann ich meine Rechnungen ändern?', 'rechnung AENDERN'],
  ['de', 'Straße', 'strasse'],
  ['fr', 'Résilier', 'resilier'],
])('in %s, “%s” means the same as “%s”', (locale, one, other) => {
  expect(meaningOf(one, locale, formOf)).toBe(meaningOf(other, locale, formOf));
});

test.each([
  ['en', 'delete account', 'delete account not possible'],
  ['de', 'mit Karte zahlen', 'ohne Karte zahlen'],
  ['de', 'was ist das', 'wie geht das'],
])('in %s, “%s” means something else than “%s”', (locale, one, other) => {
  expect(meaningOf(one, locale, formOf)).not.toBe(meaningOf(other, locale, formOf));
});

test('words are found without spaces between them', () => {
  expect(wordsOf('退款期限是多久？', 'zh')).toEqual(expect.arrayContaining(['退款', '期限']));
  expect(wordsOf('COVID-19: was tun?', 'de')).toEqual(['COVID', '19', 'was', 'tun']);
});

test('marks of other scripts belong to their letters', () => {
  expect(folded('が')).toBe('が');
  expect(folded('हिन्दी')).toBe('हिन्दी');
});

test('nothing that nobody sees gets into a file or onto a terminal', () => {
  expect(tidy(' a\u001b[31m\u202eb\u0000\n\tc ')).toBe('a [31m b c');
});

test('what nobody sees cuts no word in two', () => {
  expect(tidy('Vertrags\u00adkündigung')).toBe('Vertragskündigung');
  expect(tidy('می\u200cخواهم')).toBe('می\u200cخواهم');
});

test('of values that are used equally often the first counts', () => {
  expect(mostUsed(['b', 'a', 'a', 'b'])).toBe('b');
  expect(mostUsed([])).toBe('');
});
