import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/search/language.ts';
import { SynonymFinder } from '../../src/search/synonym-finder.ts';

const english = await loadLanguage('en');
const finder = new SynonymFinder(
  [
    ['refund', 'money back', 'reimbursement'],
    ['Kennwort', 'Passwort'],
    ['sign in', 'sign on'],
  ],
  english,
);

test.each([
  [
    ['your', 'refund'],
    ['money', 'back', 'reimbursement'],
  ],
  [
    ['get', 'money', 'back'],
    ['refund', 'reimbursement'],
  ],
  [['kennwort'], ['passwort']],
  [
    ['refunds', 'are', 'made'],
    ['money', 'back', 'reimbursement'],
  ],
  [
    ['signing', 'in'],
    ['sign', 'on'],
  ],
  [
    ['how', 'to', 'sign', 'in'],
    ['sign', 'on'],
  ],
])('%j lacks %j', (words, missing) => {
  expect(finder.missingIn(words)).toEqual(missing);
});

test('a phrase that is said already is not missing', () => {
  expect(finder.missingIn(['refund', 'or', 'reimbursement'])).toEqual(['money', 'back']);
  expect(finder.missingIn(['kennwort', 'passwort'])).toEqual([]);
});

test('what is missing is named once, however often the other is said', () => {
  expect(finder.missingIn(['kennwort', 'kennwort'])).toEqual(['passwort']);
});

test('a phrase counts only with all of its words in their order', () => {
  expect(finder.missingIn(['money'])).toEqual([]);
  expect(finder.missingIn(['back', 'money'])).toEqual([]);
  expect(finder.missingIn(['money', 'is', 'back'])).toEqual([]);
});

test('nothing is missing without synonyms, or without words', () => {
  expect(new SynonymFinder([], english).missingIn(['refund'])).toEqual([]);
  expect(finder.missingIn([])).toEqual([]);
});

test('a phrase without a letter stands for nothing', () => {
  expect(new SynonymFinder([['!!', 'urgent']], english).missingIn(['now', 'urgent'])).toEqual([]);
});

test('the forms of a word are those of its language', async () => {
  const german = new SynonymFinder([['Passwort', 'Kennwort']], await loadLanguage('de'));
  expect(german.missingIn(['ihres', 'passworts'])).toEqual(['kennwort']);
});
