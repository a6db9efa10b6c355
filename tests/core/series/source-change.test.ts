import { expect, test } from 'vitest';
import { sourceChange } from '../../../src/core/series/source-change.ts';
import type { TextVersion } from '../../../src/core/series/vote-series.ts';

const commit = (day: string) => ({ hash: day, day, subject: 'Edit' });
const versions: TextVersion[] = [
  { revision: 'e', edit: 'substance' },
  { revision: 'b', edit: 'spelling', commit: commit('2026-04-01') },
  { revision: 'c', edit: 'substance', commit: commit('2026-03-01') },
  { revision: 'b', edit: 'spelling', commit: commit('2026-02-01') },
  { revision: 'a', commit: commit('2026-01-01') },
];

test('counts the changes of substance since the named text, and names the first', () => {
  expect(sourceChange('en/a.md', versions, 'a')).toEqual({
    source: 'en/a.md',
    known: true,
    changes: 2,
    first: commit('2026-03-01'),
  });
});

test('goes by the last time that a text came back', () => {
  expect(sourceChange('en/a.md', versions, 'b')).toEqual({ source: 'en/a.md', known: true, changes: 1 });
});

test('finds no change where only spelling was mended', () => {
  expect(sourceChange('en/a.md', versions.slice(3), 'a')).toEqual({
    source: 'en/a.md',
    known: true,
    changes: 0,
  });
});

test('does not know a text that never was', () => {
  expect(sourceChange('en/a.md', versions, 'x')).toEqual({ source: 'en/a.md', known: false, changes: 0 });
});
