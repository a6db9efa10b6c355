import { expect, test } from 'vitest';
import { importFolder } from '../../src/importers/import-folder.ts';
import { sourceFolder } from './source-folder.ts';

const article = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`;

test('two pictures of one name in one category both arrive, each under its own name', async () => {
  const dir = await sourceFolder({
    'help/a/one/index.md': article('One', 'Text ![x](shot.png) and again ![y](./shot.png)'),
    'help/a/one/shot.png': '1',
    'help/a/two/index.md': article('Two', 'Text ![x](shot.png)'),
    'help/a/two/shot.png': '2',
    'help/b/c.md': article('C', 'Text.'),
  });
  const { texts, copies, losses } = await importFolder(dir, { today: '2026-01-01' });
  expect(losses).toEqual([]);
  expect(texts.get('en/a/one.md')).toContain('![x](images/shot.png) and again ![y](images/shot.png)');
  expect(texts.get('en/a/two.md')).toContain('![x](images/two-shot.png)');
  expect(Object.fromEntries(copies)).toEqual({
    'en/a/images/shot.png': `${dir}/help/a/one/shot.png`,
    'en/a/images/two-shot.png': `${dir}/help/a/two/shot.png`,
  });
});

test('pictures with spaces, brackets and umlauts in their names are found in every way of writing them', async () => {
  const dir = await sourceFolder({
    'a/x.md': article(
      'X',
      'Text ![1](<Über sicht (1).png>) ![2](%C3%9Cber%20sicht%20(1).png) ![3][ref]\n\n[ref]: <Über sicht (1).png>',
    ),
    'a/Über sicht (1).png': '1',
    'b/y.md': article('Y', 'Text.'),
  });
  const { texts, losses } = await importFolder(dir, { today: '2026-01-01' });
  expect(losses).toEqual([]);
  expect(texts.get('en/a/x.md')).toContain(
    'Text ![1](<images/ueber-sicht-1.png>) ![2](images/ueber-sicht-1.png) ![3][ref]\n\n[ref]: <images/ueber-sicht-1.png>',
  );
});

test('pictures elsewhere and in code stay as they are', async () => {
  const text = 'Text ![a](https://example.com/a.png) `![b](b.png)` ![c](data:image/png;base64,AA==)';
  const dir = await sourceFolder({ 'a/x.md': article('X', text), 'b/y.md': article('Y', 'Text.') });
  const { texts, losses } = await importFolder(dir, { today: '2026-01-01' });
  expect(losses).toEqual([]);
  expect(texts.get('en/a/x.md')).toContain(text);
});
