import { expect, test } from 'vitest';
import { revisionOf } from '../../src/core/revision.ts';
import { oldText } from '../../src/readers/old-texts.ts';

const file = (title: string, body: string, more = '') =>
  Buffer.from(`---\ntitle: ${title}\n${more}---\n\n${body}\n`);

test('an old text is read as its file stood, beside whichever text it stands', () => {
  const texts = ['Refund', 'Money back'].flatMap((title) =>
    ['Within <b>14</b> days.', '{14} days.', '# Days\n\n14.'].flatMap((body) =>
      ['', 'reviewed: 2026-01-01\n'].flatMap((more) =>
        ['a.md', 'a.mdx'].map((path) => ({ bytes: file(title, body, more), path })),
      ),
    ),
  );
  for (const one of texts) {
    for (const { bytes, path } of texts) {
      const neighbour = oldText(one.bytes, one.path);
      expect(oldText(bytes, path, neighbour)).toEqual(oldText(bytes, path));
    }
  }
});

test('of an old text the title, the words and the review are told', () => {
  expect(oldText(file("' Refund '", 'In *14* days.', 'reviewed: 2026-01-01\nold: key\n'), 'a.md')).toEqual({
    title: 'Refund',
    sections: [{ text: 'In 14 days.' }],
    revision: revisionOf('Refund', [{ text: 'In 14 days.' }]),
    reviewed: '2026-01-01',
    source: {
      yaml: "title: ' Refund '\nreviewed: 2026-01-01\nold: key",
      body: '\nIn *14* days.\n',
      format: 'md',
    },
  });
});

test.each([
  ['no frontmatter', 'Text.'],
  ['no title', '---\ntype: faq\n---\n\nText.'],
  ['a title that is no text', '---\ntitle: [a]\n---\n\nText.'],
  ['a blank title', '---\ntitle: " "\n---\n\nText.'],
  ['frontmatter that is not YAML', '---\ntitle: [\n---\n\nText.'],
  ['frontmatter that is a list', '---\n- title\n---\n\nText.'],
  ['nothing in it', ''],
  ['a tag that is not closed', '---\ntitle: A\n---\n\n<b>Text.'],
  ['a book in it', `---\ntitle: A\n---\n\n${'Text. '.repeat(200_000)}`],
])('a file with %s was no article', (_, text) => {
  expect(oldText(Buffer.from(text), 'a.mdx')).toBeUndefined();
});
