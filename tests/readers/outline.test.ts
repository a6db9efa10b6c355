import { expect, test } from 'vitest';
import { MarkdownMistake, readOutline } from '../../src/readers/outline.ts';

test('headings, links, images and words are read with their lines', () => {
  const body = [
    'Before [one](a.md).',
    '',
    '## Über uns',
    '',
    '> [!NOTE]',
    '> Mind the *gap* 😀, see [two][ref].',
    '',
    '| A | B |',
    '|---|---|',
    '| 1 | ![pic](x.png) |',
    '',
    '### Own {#mine}',
    '',
    '```sh',
    'npm start',
    '```',
    '',
    '<p id="here">HTML <a href="b.md">three</a> <img src="y.png"></p>',
    '',
    '[ref]: c.md',
  ].join('\n');
  expect(readOutline(body, 'md', 7)).toEqual({
    headings: [
      { depth: 2, text: 'Über uns', anchor: 'über-uns', line: 9 },
      { depth: 3, text: 'Own', anchor: 'mine', line: 18 },
    ],
    anchors: ['here'],
    links: [
      { target: 'a.md', line: 7 },
      { target: 'c.md', line: 12 },
      { target: 'b.md', line: 24 },
    ],
    images: [
      { source: 'x.png', alternative: 'pic', line: 16 },
      { source: 'y.png', alternative: '', line: 24 },
    ],
    sections: [
      { text: 'Before one.' },
      {
        heading: { depth: 2, text: 'Über uns', anchor: 'über-uns', line: 9 },
        text: 'Mind the gap 😀, see two.\nA\nB\n1\npic',
      },
      {
        heading: { depth: 3, text: 'Own', anchor: 'mine', line: 18 },
        text: 'npm start\nHTML three',
        code: ['npm start'],
      },
    ],
    passages: [
      { text: 'Before one.', line: 7 },
      { text: 'Mind the gap 😀, see two.', line: 11 },
    ],
  });
});

test('running text is that of paragraphs and of items in lists, without code', () => {
  const body =
    'Run `npm start`\nand wait.\n\n- First *this*.\n- Then\n\n  that.\n\n```\ncode\n```\n\n# Not this\n\n| Nor | this |\n|---|---|\n';
  expect(readOutline(body, 'md').passages).toEqual([
    { text: 'Run  and wait.', line: 1 },
    { text: 'First this.', line: 4 },
    { text: 'Then', line: 5 },
    { text: 'that.', line: 7 },
  ]);
});

test('two headings of the same words get different anchors, as on the page', () => {
  expect(readOutline('## Steps\n\n## Steps\n', 'md').headings.map(({ anchor }) => anchor)).toEqual([
    'steps',
    'steps-1',
  ]);
});

test('a line break in HTML sets words apart, as on the page', () => {
  expect(readOutline('Monday<br>Tuesday', 'md').sections).toEqual([{ text: 'Monday Tuesday' }]);
});

test('what is set as code is told beside the words, heading by heading', () => {
  const body = 'Run `npm start`.\n\n## Use `check`\n\n- In **`site.yaml`**:\n\n  ```yaml\n  name: x\n  ```\n';
  expect(readOutline(body, 'md').sections.map(({ code }) => code)).toEqual([
    ['npm start'],
    ['check', 'site.yaml', 'name: x'],
  ]);
});

test('components of MDX give their visible words, pictures and links', () => {
  const body =
    '<Tabs>\n<Tab label="iPhone">\n\nTap [Send](a.md).\n\n</Tab>\n</Tabs>\n\n<Figure src="x.png" alt="A form" caption="The form" />\n';
  const outline = readOutline(body, 'mdx');
  expect(outline.links).toEqual([{ target: 'a.md', line: 4 }]);
  expect(outline.images).toEqual([{ source: 'x.png', alternative: 'A form', line: 9 }]);
  expect(outline.sections.map(({ text }) => text)).toEqual(['iPhone\nTap Send.\nA form The form']);
});

test('MDX that does not compile says where', () => {
  expect(() => readOutline('Fine.\n\n{1 +\n', 'mdx', 5)).toThrow(MarkdownMistake);
});
