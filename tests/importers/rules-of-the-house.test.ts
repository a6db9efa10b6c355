import { expect, test } from 'vitest';
import { importFolder } from '../../src/importers/import-folder.ts';
import { sourceFolder } from './source-folder.ts';

async function imported(files: Record<string, string>) {
  const { texts, losses, locales } = await importFolder(await sourceFolder(files), { today: '2026-01-01' });
  return { texts, locales, losses: losses.map(({ file, line, message }) => `${file}:${line} ${message}`) };
}

test('where most documents begin with their title, a differing heading is the title too', async () => {
  const { texts, losses } = await imported({
    'a/one.md': '---\ntitle: Set up the proxy\n---\n\n# Reverse proxy\n\nText.\n',
    'a/two.md': '# Two\n\nText.\n',
    'b/three.md': '---\ntitle: Three\n---\n\nText.\n',
  });
  expect(texts.get('en/a/one.md')).toMatch(/---\n\nText\.\n$/);
  expect(losses).toEqual([
    'a/one.md:5 The heading "Reverse proxy" is left out: the page shows the title "Set up the proxy".',
  ]);
});

test('where few documents do, such a heading stays, one order lower', async () => {
  const { texts, losses } = await imported({
    'a/one.md': '---\ntitle: Set up the proxy\n---\n\n# Reverse proxy\n\nText.\n',
    'a/two.md': '---\ntitle: Two\n---\n\nText.\n',
    'b/three.md': '---\ntitle: Three\n---\n\nText.\n',
  });
  expect(texts.get('en/a/one.md')).toMatch(/---\n\n## Reverse proxy\n\nText\.\n$/);
  expect(losses).toEqual([]);
});

test('translations in folders of other names share the ids of articles and categories', async () => {
  const { texts } = await imported({
    'billing/refund.md': '---\ntitle: Refund\ntranslationKey: r\n---\n\nText.\n',
    'abrechnung/erstattung.md': '---\ntitle: Erstattung\nlang: de\ntranslationKey: r\n---\n\nText.\n',
  });
  expect(texts.get('de/abrechnung/index.md')).toBe(
    '---\ntitle: Abrechnung\ndescription: Abrechnung\nid: billing\n---\n',
  );
  expect(texts.get('de/abrechnung/erstattung.md')).toContain('\nid: billing/refund\n');
  expect(texts.get('en/billing/refund.md')).not.toContain('\nid:');
});

test('a page beside a folder of its name is an article of its own', async () => {
  const { texts, losses } = await imported({
    'a/share.md': '# Share\n\nText.\n',
    'a/share/index.md': '# Share, the old page\n\nText.\n',
    'b/x.md': '# X\n\nText.\n',
  });
  expect([...texts.keys()].sort()).toEqual([
    'en/a/index.md',
    'en/a/share-2.md',
    'en/a/share.md',
    'en/b/index.md',
    'en/b/x.md',
  ]);
  expect(texts.get('en/a/share-2.md')).not.toContain('\nid:');
  expect(losses).toEqual([
    'a/share/index.md:1 The name `share` is taken in `a`; the article is called `share-2`.',
  ]);
});

test('Markdown that imports components is read as MDX', async () => {
  const { texts, losses } = await imported({
    'a/x.md': "---\ntitle: X\n---\n\nimport Box from '@site/Box';\n\n<Box size={2}>\n\nText.\n\n</Box>\n",
    'b/y.md': '# Y\n\nText.\n',
  });
  expect(texts.get('en/a/x.md')).toMatch(/---\n\nText\.\n$/);
  expect(losses).toEqual(['a/x.md:7 The component `Box` is not known here; what stands in it stays.']);
});

test('links that name a heading of the source lead to the same place of the translation', async () => {
  const { texts, losses } = await imported({
    'en/a/x.md': '---\ntitle: X\n---\n\n## First\n\nText.\n\n## Second\n\nText.\n',
    'de/a/x.md':
      '---\ntitle: X\n---\n\n## Erstens\n\nText, siehe [unten](#second).\n\n## Zweitens\n\nText.\n',
    'de/a/y.md': '---\ntitle: Y\n---\n\nText, siehe [dort](x.md#second).\n',
  });
  expect(texts.get('de/a/x.md')).toContain('[unten](#zweitens)');
  expect(texts.get('de/a/y.md')).toContain('[dort](x.md#zweitens)');
  expect(losses).toEqual([]);
});

test('a name that stands for a page of the site is changed', async () => {
  const { texts } = await imported({ 'search/x.md': '# X\n\nText.\n', 'b/y.md': '# Y\n\nText.\n' });
  expect([...texts.keys()]).toContain('en/search-help/x.md');
});
