import { expect, test } from 'vitest';
import { fenced, oneLine, plain, quoted } from '../../../src/core/tasks/quoting.ts';

/** What GitHub and GitLab take for a mention, a reference or a link that reaches others. */
const REACHES = /(?:^|[^\w`])@\w|(?:^|\s)[#!$%&~]\w|https?:\/\/|www\.|GH-\d/;

test.each([
  ['a comment', 'The button is gone', '`The button is gone`'],
  ['several lines', '/close\n\n> /assign @me\r\n# Title', '`/close > /assign @me # Title`'],
  ['backquotes', 'run `npm` or ``x``', '``` run `npm` or ``x`` ```'],
  ['a backquote at the end', '`', '`` ` ``'],
  ['nothing', ' \n ', '` `'],
  ['signs that nobody sees', 'a\u202eb\u2066c\u0000d', '`a b c d`'],
  ['a comment of HTML', 'x <!-- kundig: notes --> y', '`x <!\u2060-- kundig: notes --> y`'],
])('%s of a reader becomes code on one line', (_, text, markdown) => {
  expect(quoted(text)).toBe(markdown);
});

test.each([
  ['ask @octocat or @example/team', 'ask @\u2060octocat or @\u2060example/team'],
  ['see #12, GH-12, example/help#12', 'see #\u206012, GH\u2060-12, example/help#\u206012'],
  ['GitLab: !3 $4 %5 &6 ~bug', 'GitLab: !\u20603 $\u20604 %\u20605 \\&\u20606 \\~\u2060bug'],
  ['https://example.com www.example.com', 'https:\u2060//example.com www\u2060.example.com'],
  ['<img src=x onerror=alert(1)> *b* _i_', '\\<img src=x onerror=alert(1)\\> \\*b\\* \\_i\\_'],
  ['![x](y) [a](b) a\\b', '!\\[x\\](y) \\[a\\](b) a\\\\b'],
  ['&lt;b&gt; &#64;octocat', '\\&\u2060lt;b\\&\u2060gt; \\&#\u206064;octocat'],
  ['30 % (probably 18 to 45 %), 5 & 6', '30 % (probably 18 to 45 %), 5 & 6'],
  ['Set `reviewed: 2026-08-01`, then <i>', 'Set `reviewed: 2026-08-01`, then \\<i\\>'],
  ['/close the page /en/x/', '\\/close the page /en/x/'],
  ['an open ` quote @me', 'an open \\` quote @\u2060me'],
])('a sentence is shown as it is: %s', (sentence, markdown) => {
  expect(plain(sentence)).toBe(markdown);
  expect(plain(sentence).replace(/`[^`]*`/g, '')).not.toMatch(REACHES);
});

test('lines of a file cannot end their block', () => {
  expect(fenced('en:\n  - [a, "```"]\n', 'yaml')).toBe('````yaml\nen:\n  - [a, "```"]\n````');
  expect(fenced('a', 'yaml')).toBe('```yaml\na\n```');
});

test('a title stays as it is, on one line', () => {
  expect(oneLine('Mend “Get\n a refund” (en) @me')).toBe('Mend “Get a refund” (en) @me');
});
