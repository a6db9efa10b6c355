import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSearchPage } from '../../../src/collector/pages/search-page.ts';
import { builtFiles } from '../../search/small-index.ts';

const PAGE = '<form><input name="q"></form><!--kundig:results-->';
let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'kundig-search-page-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function write(file: string, content: string | Uint8Array): Promise<void> {
  const target = path.join(dir, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, content);
}

test('while the site is built, search is left to what else is there, until page and index are', async () => {
  const app = createSearchPage({ dir, locales: ['en'], base: '/help' });
  app.notFound((c) => c.text('what else is there', 404));
  const asked = async () => (await app.request('/help/en/search/?q=refund')).text();
  expect(await asked()).toBe('what else is there');

  await write('en/search/index.html', PAGE);
  expect(await asked()).toBe('what else is there');

  const { files } = await builtFiles([{ id: 'billing/refund', title: 'Get a <refund> & more' }]);
  for (const [file, content] of files) await write(`search/${file}`, content);
  const answer = await asked();
  expect(answer).toContain('<input name="q" value="refund">');
  expect(answer).toContain('<a href="/help/en/billing/refund/" data-article="billing/refund">');
  expect(answer).toContain('Get a &lt;refund&gt; &amp; more');
});

test('what is typed is put into the page as text', async () => {
  const app = createSearchPage({ dir, locales: ['en'], base: '' });
  const typed = encodeURIComponent('"><script>$& refund</script>');
  const answer = await (await app.request(`/en/search/?q=${typed}`)).text();
  expect(answer).not.toContain('<script>');
  expect(answer).toContain('value="&quot;&gt;&lt;script&gt;$&amp; refund&lt;/script&gt;"');
});

test('the link to what was typed keeps the filters', async () => {
  const app = createSearchPage({ dir, locales: ['en'], base: '' });
  const answer = await (await app.request('/en/search/?q=refnd&category=billing')).text();
  expect(answer).toContain('href="?q=refnd&amp;category=billing&amp;literal="');
  const typed = await (await app.request('/en/search/?q=refnd&category=billing&literal=')).text();
  expect(typed).not.toContain('data-article');
});
