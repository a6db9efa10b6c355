import { describe, expect, test } from 'vitest';
import { detectLayout, placeOf } from '../../src/importers/layout.ts';

describe('the folder where the documents begin', () => {
  test.each([
    [
      'content, beside themes and archetypes',
      ['content/a/x.md', 'content/b.md', 'archetypes/d.md'],
      'content',
    ],
    ['docs, below the papers of a project', ['README.md', 'docs/a/x.md', 'docs/b/y.md', 'blog/z.md'], 'docs'],
    ['single folders, as deep as they go', ['a/b/x/1.md', 'a/b/y/2.md'], 'a/b'],
    ['not inside content, where several folders lie', ['content/docs/x.md', 'content/news/y.md'], 'content'],
    ['the folder itself, where documents lie in it', ['x.md', 'content/y.md'], ''],
  ])('is %s', (_, files, root) => {
    expect(detectLayout(files, 'help').root).toBe(root);
  });
});

describe('languages', () => {
  test('are folders that mirror the documents outside them', () => {
    const files = ['auth/index.md', 'de/auth/index.md', 'it/servers.md', 'hr/holidays.md'];
    expect([...detectLayout(files, 'help').localeFolders]).toEqual([['de', 'de']]);
  });

  test('are all folders, where all are named like languages', () => {
    const { localeFolders } = detectLayout(['content/de/a.md', 'content/pt_BR/b.md'], 'help');
    expect([...localeFolders]).toEqual([
      ['content/de', 'de'],
      ['content/pt_BR', 'pt-BR'],
    ]);
  });

  test('are folders that the user names', () => {
    const files = ['it/servers.md', 'hr/holidays.md', 'new/x.md'];
    expect([...detectLayout(files, 'help', { wanted: ['en', 'it'] }).localeFolders]).toEqual([['it', 'it']]);
  });

  test('are endings of names that have a sibling, and no others', () => {
    const files = ['a/index.md', 'a/index.de.md', 'a/index.zh-Hans.md', 'a/socket.io.md'];
    const layout = detectLayout([...files, 'b/other.md'], 'help');
    expect(files.map((file) => placeOf(file, layout))).toEqual([
      { locale: undefined, folders: ['a'], stem: 'index' },
      { locale: 'de', folders: ['a'], stem: 'index' },
      { locale: 'zh-Hans', folders: ['a'], stem: 'index' },
      { locale: undefined, folders: ['a'], stem: 'socket.io' },
    ]);
  });

  test.each([
    ['that of the settings', { wanted: ['fr'], configured: 'es' }, 'es'],
    ['the first that the user names', { wanted: ['fr', 'it'] }, 'fr'],
    ['the first that the user names and no other document is in', { wanted: ['de', 'fr'] }, 'fr'],
    ['English where the user names only those of other documents', { wanted: ['de'] }, 'en'],
    ['English', {}, 'en'],
  ])('of documents that do not say theirs is %s', (_, options, locale) => {
    expect(detectLayout(['x.md', 'x.de.md'], 'help', options).defaultLocale).toBe(locale);
  });

  test('of documents that do not say theirs is that of the folder they lie in', () => {
    expect(detectLayout(['x.md'], 'de').defaultLocale).toBe('de');
  });
});

test('papers of a project are no documents, but those of a product are', () => {
  const layout = detectLayout(['x.md', 'LICENSE.md', 'CONTRIBUTING.md', 'app/changelog.md'], 'help');
  expect(placeOf('LICENSE.md', layout)).toBeUndefined();
  expect(placeOf('app/changelog.md', layout)).toBeDefined();
});
