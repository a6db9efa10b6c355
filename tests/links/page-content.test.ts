import { describe, expect, test } from 'vitest';
import { contentOf } from '../../src/links/page-content.ts';

function says(body: string, type = 'text/html; charset=utf-8'): string | undefined {
  return contentOf({ status: 200, headers: { 'content-type': type }, body: Buffer.from(body) });
}

const PAGE =
  '<html><head><title>A</title></head><body><h1>Prices</h1><p>It costs <b>5</b> €.</p></body></html>';

describe('what a page says is the same', () => {
  test.each([
    ['with other white space', PAGE.replaceAll('><', '>\n  <')],
    ['with other emphasis', PAGE.replaceAll('b>', 'em>')],
    [
      'with another head',
      PAGE.replace('<title>A</title>', '<title>B</title><style>p { color: red }</style>'),
    ],
    ['with a script', PAGE.replace('</body>', '<script>track("1234")</script></body>')],
    ['with menus around it', PAGE.replace('<h1>', '<nav>Shop Blog</nav><header>Sale!</header><h1>')],
    [
      'in its main part',
      PAGE.replace('<body>', '<body>Today: sale<main>').replace('</body>', '</main></body>'),
    ],
    ['as an element with attributes', PAGE.replace('<p>', '<p class="price" data-token="f3a1">')],
  ])('%s', (_, page) => {
    expect(says(page)).toBe(says(PAGE));
  });
});

describe('what a page says is another', () => {
  test.each([
    ['with another figure', PAGE.replace('5', '6')],
    ['with another heading', PAGE.replace('Prices', 'Fees')],
    ['with a sentence more', PAGE.replace('</p>', '</p><p>Or 4 €.</p>')],
    ['where words that stood apart stand together', PAGE.replace('</h1><p>', '')],
  ])('%s', (_, page) => {
    expect(says(page)).not.toBe(says(PAGE));
  });
});

test('a page without words says nothing', () => {
  expect(says('<html><body><div id="app"></div><script>start()</script></body></html>')).toBeUndefined();
  expect(says('')).toBeUndefined();
});

test('a file that is no page says what its bytes say', () => {
  expect(says('a  b', 'text/plain')).not.toBe(says('a b', 'text/plain'));
  expect(says('a b', 'application/pdf')).toBe(says('a b', 'application/pdf'));
});
