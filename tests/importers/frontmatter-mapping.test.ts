import { describe, expect, test } from 'vitest';
import { readForeignFrontmatter } from '../../src/importers/foreign-frontmatter.ts';
import { type MappedFrontmatter, mapFrontmatter } from '../../src/importers/frontmatter-mapping.ts';
import { sourceText } from '../../src/importers/source-text.ts';

/** What becomes of front matter, without what it does not say, and the losses as `line message`. */
function map(lines: string, mark = '---'): { mapped: Partial<MappedFrontmatter>; losses: string[] } {
  const { values, keyLines } = readForeignFrontmatter(`${mark}\n${lines}\n${mark}\n`);
  const { mapped, losses } = mapFrontmatter(
    {
      file: 'a.md',
      locale: 'en',
      parts: ['a'],
      isSection: false,
      format: 'md',
      frontmatter: values,
      keyLines,
      body: sourceText('', 1),
    },
    '2026-01-01',
  );
  const said = Object.entries(mapped).filter(
    ([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return {
    mapped: Object.fromEntries(said),
    losses: losses.map(({ line, message }) => `${line} ${message}`),
  };
}

describe('keys of other systems', () => {
  test.each([
    ['Title: A\nDescription: B', { title: 'A', description: 'B' }],
    ['short_description: B\nsubtitle: C', { description: 'B' }],
    ['description: ""\nsummary: S', { description: 'S' }],
    ['keywords: a, b', { tags: ['a', 'b'] }],
    ['tags: [x]\ncategory: Y', { tags: ['x', 'Y'], group: 'Y' }],
    ['nav_order: 3', { order: 3 }],
    ['sidebarPosition: 2', { order: 2 }],
    ['draft: true', { draft: true }],
    ['published: false', { draft: true }],
    ['redirect_from: /a\npermalink: /b/', { addresses: ['/b/', '/a'] }],
    ['publishDate: 2026-05-01\nexpiryDate: 2027-01-01', { publishAt: '2026-05-01', expiresAt: '2027-01-01' }],
    ['type: how-to\nlevel: expert\nowner: team', { type: 'how-to', level: 'expert', owner: 'team' }],
  ])('%j', (lines, expected) => {
    expect(map(lines)).toEqual({ mapped: expected, losses: [] });
  });
});

describe('the last day on which a person stood by the text', () => {
  test.each([
    [
      'is the review, even where a change is later',
      'last_reviewed_on: 2024-01-01\nlastmod: 2025-01-01',
      '2024-01-01',
    ],
    ['is else the latest change', 'date: 2023-01-01\nupdated: 2024/3/5', '2024-03-05'],
    ['is never a day that is still to come', 'date: 2023-01-01\nlastmod: 2026-01-02', '2023-01-01'],
  ])('%s', (_, lines, day) => {
    expect(map(lines).mapped.reviewed).toBe(day);
  });

  test('is read from days and times of TOML', () => {
    expect(map('date = 2023-04-01\nlastmod = 2024-02-03T10:00:00Z', '+++').mapped.reviewed).toBe(
      '2024-02-03',
    );
  });
});

test('a date to come is the day of publication', () => {
  expect(map('date: 2026-06-01').mapped).toEqual({ publishAt: '2026-06-01' });
});

test('what has no place or no sense is named with its line', () => {
  expect(map('title: A\nauthor: Kim\ndate: soon\ntype: post\nlayout: ""\nextra:\n  mascot: owl')).toEqual({
    mapped: { title: 'A' },
    losses: [
      '4 `date` names no day: "soon".',
      '5 `type: post` has no counterpart.',
      '3 No place in our front matter: `author` (line 3), `extra.mascot` (line 7).',
    ],
  });
});
