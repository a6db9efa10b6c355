import { describe, expect, test } from 'vitest';
import { addToList } from '../../src/readers/yaml-list.ts';

const QUESTIONS = ['Where is my money?'];

describe('the list gets longer, and all else stays as it was', () => {
  test.each([
    [
      'a list by lines',
      'title:   "A"  # ours\nquestions:\n    - "one" # first\n    # more to come\n    - two\n\ntags: [ a,b ]\n',
      'title:   "A"  # ours\nquestions:\n    - "one" # first\n    # more to come\n    - two\n    - Where is my money?\n\ntags: [ a,b ]\n',
    ],
    [
      'a list by lines that is not indented',
      'questions:\n- one\ntags: []\n',
      'questions:\n- one\n- Where is my money?\ntags: []\n',
    ],
    [
      'the last line of a file without an end',
      'questions:\n  - one',
      'questions:\n  - one\n  - Where is my money?\n',
    ],
    [
      'a comment behind the last value',
      'questions:\n  - one # first\n',
      'questions:\n  - one # first\n  - Where is my money?\n',
    ],
    [
      'a last value of several lines',
      'questions:\n  - >-\n    one\n    more\ntags: []\n',
      'questions:\n  - >-\n    one\n    more\n  - Where is my money?\ntags: []\n',
    ],
    [
      'a list in brackets',
      'questions: [ "one", two ] # ours\n',
      'questions: [ "one", two, Where is my money? ] # ours\n',
    ],
    [
      'a list in brackets over several lines',
      'questions: [\n  one,\n  two\n]\n',
      'questions: [\n  one,\n  two, Where is my money?\n]\n',
    ],
    [
      'an empty list',
      'questions: [] # none yet\ntags: []\n',
      'questions: [Where is my money?] # none yet\ntags: []\n',
    ],
    [
      'a key without a value',
      'questions: # none yet\ntags: []\n',
      'questions: # none yet\n  - Where is my money?\ntags: []\n',
    ],
    ['no key', 'title: A\n', 'title: A\nquestions:\n  - Where is my money?\n'],
    ['no key, and no end of the last line', 'title: A', 'title: A\nquestions:\n  - Where is my money?\n'],
    ['an empty file', '', 'questions:\n  - Where is my money?\n'],
    ['a file of comments', '# ours\n', '# ours\nquestions:\n  - Where is my money?\n'],
    [
      'Windows line ends',
      'title: A\r\nquestions:\r\n  - one\r\n',
      'title: A\r\nquestions:\r\n  - one\r\n  - Where is my money?\r\n',
    ],
  ])('%s', (_, before, after) => {
    expect(addToList(before, ['questions'], QUESTIONS)).toBe(after);
  });
});

test('several values are added, each with the quotation marks that it needs', () => {
  const values = [
    'a: b',
    '# no comment',
    "it's",
    'wie geht „das“?',
    '[x]',
    'yes',
    '- x',
    'a, b',
    '“ein” \\ "zwei"',
  ];
  const longer = addToList('questions:\n  - one\n', ['questions'], values);
  expect(longer?.split('\n')).toHaveLength(values.length + 3);
  expect(addToList('questions: [one]\n', ['questions'], values)?.split('\n')).toHaveLength(2);
});

test('a list in a list gets longer too', () => {
  const before = 'de:\n  - [Rechnung, Beleg]\n  - [Vertrag, Abo]\nen: []\n';
  expect(addToList(before, ['de', 0], ['Faktura'])).toBe(before.replace('Beleg', 'Beleg, Faktura'));
  expect(addToList(before, ['de'], [['Rückgabe', 'Retoure']])).toBe(
    before.replace('Abo]\n', 'Abo]\n  - [Rückgabe, Retoure]\n'),
  );
  expect(addToList(before, ['en'], [['refund', 'money back']])).toBe(
    before.replace('en: []', 'en: [[refund, money back]]'),
  );
});

test.each([
  ['no YAML', 'questions: [one\n'],
  ['an alias', 'tags: &all [one]\nquestions: *all\n'],
  ['a list that an alias repeats', 'questions: &all\n  - one\ntags: *all\n'],
  ['a map in braces', '{ title: A }\n'],
  ['no list', 'questions: one\n'],
  ['a list and no map', '- one\n'],
])('%s is left to its author', (_, before) => {
  expect(addToList(before, ['questions'], QUESTIONS)).toBeUndefined();
});
