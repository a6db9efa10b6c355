import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { revisionOf } from '../../src/core/revision.ts';
import { readOutline } from '../../src/readers/outline.ts';

const revision = (markdown: string, title = 'Get a refund') =>
  revisionOf(title, readOutline(markdown, 'md').sections);
const text =
  '## Deadline\n\nYou have **14 days** to [ask](refund.md) for it.\n\n1. Open *Orders*.\n2. Press Return.\n';

test('a revision comes from a SHA-256 over the words, so that it is the same on every machine', () => {
  const words = 'Get a refund Deadline You have 14 days to ask for it Open Orders Press Return';
  expect(revision(text).slice(1)).toBe(createHash('sha256').update(words).digest('hex').slice(1, 12));
  expect(revision(text)).toBe('f1f9455d368d');
});

test('a revision is never read as a number from YAML', () => {
  for (let number = 0; number < 200; number++) {
    const written = revision(`Text ${number}`);
    expect(parse(`revision: ${written}`)).toEqual({ revision: written });
  }
});

test.each([
  ['other emphasis', text.replace('**14 days**', '14 *days*')],
  ['other line breaks', text.replace('14 days** to', '14 days**\nto')],
  ['another list marker', text.replace('1. ', '- ').replace('2. ', '- ')],
  ['another address of a link', text.replace('refund.md', '../money/refund.md')],
  ['another depth of a heading', text.replace('## ', '### ')],
  ['typographic quotation marks', text.replace('Deadline', '“Deadline”')],
  ['bold steps with a rule between them', text.replace('1. Open *Orders*.', '***\n\n1. **Open Orders.**\n')],
  ['other dashes between words', text.replace('Press Return', 'Press – Return')],
  ['soft hyphens', text.replace('Deadline', 'Dead&shy;line')],
  ['spaces that do not break', text.replace('14 days', '14&nbsp;days')],
  ['brackets, commas and full stops', text.replace('Open *Orders*.', '(Open, *Orders*)')],
  ['code', text.replace('Press Return', '`Press Return`')],
  ['a quotation, a smiley and an arrow', text.replace('You have', '> 👉 You → have')],
  ['spaces at the end and Windows line ends', text.replaceAll('\n', '  \r\n')],
])('%s is formatting and changes nothing', (_, formatted) => {
  expect(revision(formatted)).toBe(revision(text));
});

test('letters that are composed differently are the same words', () => {
  expect(revision('Rückgabe'.normalize('NFD'))).toBe(revision('Rückgabe'.normalize('NFC')));
});

test.each([
  ['a number', text.replace('14', '30')],
  [
    'an order of steps',
    text.replace('Open *Orders*', 'Press Return').replace(/Press Return\.\n$/, 'Open *Orders*.\n'),
  ],
  ['a dropped word', text.replace('Open *Orders*', '*Orders*')],
  ['a currency', text.replace('14 days', '14 €'), text.replace('14 days', '14 $')],
  ['per cent', text.replace('14 days', '14 %'), text.replace('14 days', '14')],
  ['a limit', text.replace('14', '< 14'), text.replace('14', '> 14')],
  ['a minus', text.replace('14', '-14'), text.replace('14', '14')],
  ['a yes in a table', text.replace('14 days', '✓'), text.replace('14 days', '✗')],
  ['an option', text.replace('Press Return', '`rm --force`'), text.replace('Press Return', '`rm force`')],
  ['a folder', text.replace('Press Return', '`rm ./build`'), text.replace('Press Return', '`rm /build`')],
  ['the name of a setting', text.replace('Return', '`a_b`'), text.replace('Return', '`a-b`')],
  ['a "not"', text.replace('You have', 'You have not')],
])('%s is substance', (_, changed, before = text) => {
  expect(revision(changed)).not.toBe(revision(before));
});

test.each([
  ['a minus sign for a hyphen', 'Down to -5 °C.', 'Down to −5 °C.'],
  ['another check mark', 'Included: ✓', 'Included: ✅'],
  ['arrows between menus', 'Settings > Account', 'Settings → Account'],
  ['a dash between numbers', '5-10 days', '5 – 10 days'],
  ['an address at the start of a line', 'a<br>/readyz', 'a /readyz'],
])('%s says the same', (_, one, other) => {
  expect(revision(one)).toBe(revision(other));
});

test('a changed title is substance', () => {
  expect(revision(text, 'Get your money back')).not.toBe(revision(text));
});

test('what is known of lines changes no revision', () => {
  const pieces = [
    'a',
    '5',
    '-',
    '−',
    ' ',
    '\n',
    '#',
    '//',
    '/',
    '€',
    '<',
    '>',
    '+',
    '--',
    '_',
    '.',
    '(',
    'ü',
    'u\u0308',
    '§',
  ];
  const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((some) => some.join(''));
  const known = new Map<string, string>();
  fc.assert(
    fc.property(anyText, anyText, anyText, (title, first, second) => {
      const sections = [{ text: first }, { text: second }];
      expect(revisionOf(title, sections, known)).toBe(revisionOf(title, sections));
    }),
    { numRuns: 2000 },
  );
});
