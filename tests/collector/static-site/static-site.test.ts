import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createStaticSite } from '../../../src/collector/static-site/static-site.ts';
import { UserError } from '../../../src/core/user-error.ts';

const files = {
  'dist/index.html': 'choose',
  'dist/404.html': 'missing',
  'dist/robots.txt': 'robots',
  'dist/de/index.html': 'Start',
  'dist/de/404/index.html': 'fehlt',
  'dist/de/abrechnung/größe/index.html': 'Größe',
  'dist/en/index.html': 'start',
  'dist/_astro/page.abc123.css': 'p{}',
  'dist/search/de/0123456789ab/terms-0.gz': 'meta',
  'dist/.env': 'secret',
  'dist/de/.git/config': 'secret',
  'dist/.well-known/security.txt': 'contact',
  'dist/empty/file.txt': 'text',
  'secret.txt': 'secret',
};

async function serve({ base = '', redirects = {} }: { base?: string; redirects?: object } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'kundig-static-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const all = { ...files, 'dist/redirects.json': JSON.stringify(redirects) };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const site = createStaticSite({ dir: path.join(folder, 'dist'), locales: ['en', 'de'], base });
  return async (address: string, init?: RequestInit) => site.request(`http://localhost${address}`, init);
}

/** Status and text of an answer, or where it leads. */
async function seen(response: Response): Promise<[number, string]> {
  return [response.status, response.headers.get('Location') ?? (await response.text())];
}

test('pages and files are served with their types', async () => {
  const get = await serve();
  for (const [address, text, type] of [
    ['/de/', 'Start', 'text/html; charset=utf-8'],
    ['/de/abrechnung/gr%C3%B6%C3%9Fe/', 'Größe', 'text/html; charset=utf-8'],
    ['/robots.txt', 'robots', 'text/plain; charset=utf-8'],
    ['/_astro/page.abc123.css', 'p{}', 'text/css; charset=utf-8'],
    ['/search/de/0123456789ab/terms-0.gz', 'meta', 'application/gzip'],
    ['/.well-known/security.txt', 'contact', 'text/plain; charset=utf-8'],
  ]) {
    const response = await get(address ?? '');
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await seen(response)).toEqual([200, text]);
  }
});

test('bundled files are kept for ever, pages are asked for anew and not sent twice', async () => {
  const get = await serve();
  const bundled = await get('/_astro/page.abc123.css');
  expect(bundled.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  const page = await get('/de/');
  expect(page.headers.get('Cache-Control')).toBe('no-cache');
  const known = page.headers.get('Last-Modified') ?? '';
  const again = await get('/de/', { headers: { 'If-Modified-Since': known } });
  expect(await seen(again)).toEqual([304, '']);
  const other = await get('/de/', { headers: { 'If-Modified-Since': 'Sat, 01 Jan 2000 00:00:00 GMT' } });
  expect(await seen(other)).toEqual([200, 'Start']);
  expect((await get('/de/nothing/')).headers.get('Cache-Control')).toBeNull();
});

test('HEAD answers without a body', async () => {
  const get = await serve();
  const response = await get('/de/', { method: 'HEAD' });
  expect(response.headers.get('Content-Length')).toBe('5');
  expect(await seen(response)).toEqual([200, '']);
});

test('a missing slash is added, with what was asked', async () => {
  const get = await serve();
  expect(await seen(await get('/de'))).toEqual([301, '/de/']);
  expect(await seen(await get('/de/abrechnung/gr%C3%B6%C3%9Fe?x=1&y=%20'))).toEqual([
    301,
    '/de/abrechnung/gr%C3%B6%C3%9Fe/?x=1&y=%20',
  ]);
  // A folder without a page is nothing.
  expect((await get('/empty')).status).toBe(404);
  expect((await get('/empty/')).status).toBe(404);
});

test('what is missing is said in the language of the address', async () => {
  const get = await serve();
  expect(await seen(await get('/de/weg/'))).toEqual([404, 'fehlt']);
  expect(await seen(await get('/en/gone/'))).toEqual([404, 'missing']);
  expect(await seen(await get('/gone.png'))).toEqual([404, 'missing']);
  expect((await get('/de/weg/')).headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
});

test('moved pages lead on, with and without a slash', async () => {
  const redirects = {
    '/de/alt/': '/de/abrechnung/größe/',
    '/de/gr%C3%BCn': '/de/',
    '/en/': '/en/start/',
    '/away/': 'https://example.com/',
  };
  const get = await serve({ redirects });
  for (const address of ['/de/alt/', '/de/alt']) {
    expect(await seen(await get(address))).toEqual([301, '/de/abrechnung/gr%C3%B6%C3%9Fe/']);
  }
  expect(await seen(await get('/de/gr%C3%BCn/?a=1'))).toEqual([301, '/de/?a=1']);
  expect(await seen(await get('/en/'))).toEqual([301, '/en/start/']);
  expect(await seen(await get('/away'))).toEqual([301, 'https://example.com/']);
});

test('the front door leads to the reader’s language', async () => {
  const get = await serve();
  for (const [accepted, address] of [
    ['de-CH,de;q=0.9', '/de/'],
    ['fr', '/en/'],
  ]) {
    const response = await get('/', { headers: { 'Accept-Language': accepted ?? '' } });
    expect(response.headers.get('Vary')).toContain('Accept-Language');
    expect(await seen(response)).toEqual([302, address]);
  }
});

test.for([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/..%2Fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/de/..%2f..%2fsecret.txt',
  '/de/../../secret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/%252e%252e%252fsecret.txt',
  '//secret.txt',
  '/de//..//secret.txt',
  '/.env',
  '/de/.git/config',
  '/%2eenv',
  '/.well-known/../.env',
  '/.well-known/..%2f.env',
  '/robots.txt%00.html',
  '/%00',
  '/%',
  '/%c0%ae%c0%ae/secret.txt',
  `/${'x'.repeat(5000)}`,
])('%s leads nowhere', async (address) => {
  const get = await serve();
  const [status, text] = await seen(await get(address));
  expect(status).toBe(404);
  expect(text).not.toContain('secret');
});

test('two slashes never lead to another host', async () => {
  const get = await serve();
  for (const address of ['//de', '//evil.example/..', '/%5cevil.example', '//evil.example/%2e%2e']) {
    const response = await get(address);
    expect(response.headers.get('Location') ?? '/').toMatch(/^\/(?!\/)/);
  }
});

test('only reading is possible', async () => {
  const get = await serve();
  const response = await get('/de/', { method: 'POST' });
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
});

test('a site below a path is served there', async () => {
  const get = await serve({ base: '/help', redirects: { '/de/alt/': '/de/' } });
  expect(await seen(await get('/help/de/'))).toEqual([200, 'Start']);
  expect(await seen(await get('/'))).toEqual([302, '/help/']);
  expect(await seen(await get('/help'))).toEqual([302, '/help/']);
  expect(await seen(await get('/help/', { headers: { 'Accept-Language': 'de' } }))).toEqual([
    302,
    '/help/de/',
  ]);
  expect(await seen(await get('/help/de'))).toEqual([301, '/help/de/']);
  expect(await seen(await get('/help/de/alt/'))).toEqual([301, '/help/de/']);
  expect(await seen(await get('/help/de/weg/'))).toEqual([404, 'fehlt']);
  expect((await get('/de/')).status).toBe(404);
  expect((await get('/help/_astro/page.abc123.css')).headers.get('Cache-Control')).toContain('immutable');
});

test('a site that is not built says how to build it', () => {
  const dir = path.join(tmpdir(), 'kundig-no-such-folder');
  expect(() => createStaticSite({ dir, locales: ['en'] })).toThrow(UserError);
});
