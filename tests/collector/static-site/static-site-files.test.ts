import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readlink, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { createStaticSite } from '../../../src/collector/static-site/static-site.ts';
import { compressFolder } from '../../../src/site/compress-folder.ts';

const LARGE = '<p>large</p>'.repeat(1000);
const FILM = Uint8Array.from({ length: 600_000 }, (_, index) => index % 251);

/** A site of a few files, and what a browser gets of it. */
async function serve(files: Record<string, string | Uint8Array> = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'kundig-files-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const dist = path.join(folder, 'dist');
  const put = async (name: string, content: string | Uint8Array) => {
    await mkdir(path.dirname(path.join(dist, name)), { recursive: true });
    await writeFile(path.join(dist, name), content);
  };
  const all = { 'index.html': 'choose', 'large/index.html': LARGE, 'digits.txt': '0123456789', ...files };
  for (const [name, content] of Object.entries(all)) await put(name, content);
  const site = createStaticSite({ dir: dist, locales: ['en'] });
  const get = async (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    site.request(`http://localhost${address}`, { method, headers });
  return { folder, dist, get, put };
}

/** The headers of an answer that have these names. */
function headersOf(response: Response, ...names: string[]): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, response.headers.get(name)]));
}

test('a page is sent as the build compressed it, in the form that the browser likes best', async () => {
  const { dist, get } = await serve();
  await compressFolder(dist);
  for (const [accepted, encoding] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['BR', 'br'],
    ['*', 'br'],
    ['identity', null],
    ['br;q=0, gzip;q=0', null],
    ['', null],
  ] as const) {
    const response = await get('/large/', { 'Accept-Encoding': accepted });
    const sent = Buffer.from(await response.arrayBuffer());
    expect(headersOf(response, 'Content-Encoding', 'Vary', 'Content-Type', 'Content-Length')).toEqual({
      'Content-Encoding': encoding,
      Vary: 'Accept-Encoding',
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(sent.length),
    });
    const read = { br: brotliDecompressSync, gzip: gunzipSync, none: (bytes: Buffer) => bytes };
    expect(read[encoding ?? 'none'](sent).toString()).toBe(LARGE);
  }
});

test('each form of a file has a tag of its own, by which it is not sent twice', async () => {
  const { dist, get } = await serve();
  await compressFolder(dist);
  const tags = await Promise.all(
    ['br', 'gzip', 'identity'].map(
      async (accepted) => (await get('/large/', { 'Accept-Encoding': accepted })).headers.get('ETag') ?? '',
    ),
  );
  expect(new Set(tags).size).toBe(3);
  const [brotli = '', gzip = ''] = tags;
  for (const [known, status] of [
    [brotli, 304],
    [`W/${brotli}`, 304],
    [`"other", ${brotli}`, 304],
    ['*', 304],
    [gzip, 200],
    ['"other"', 200],
  ] as const) {
    const response = await get('/large/', { 'Accept-Encoding': 'br', 'If-None-Match': known });
    expect([known, response.status]).toEqual([known, status]);
    expect(headersOf(response, 'ETag', 'Vary', 'Cache-Control')).toEqual({
      ETag: brotli,
      Vary: 'Accept-Encoding',
      'Cache-Control': 'no-cache',
    });
  }
});

test('nor are two forms taken for each other that are as long and as old', async () => {
  const { dist, get } = await serve({ 'a.html': 'page', 'a.html.br': 'form', 'a.html.gz': 'form' });
  const built = new Date('2026-03-01T10:00:00Z');
  for (const ending of ['', '.br', '.gz']) await utimes(path.join(dist, `a.html${ending}`), built, built);
  const tags = ['br', 'gzip', ''].map(async (accepted) => {
    return (await get('/a.html', { 'Accept-Encoding': accepted })).headers.get('ETag');
  });
  expect(new Set(await Promise.all(tags)).size).toBe(3);
});

test.skipIf(!existsSync('/proc/self/fd'))('no file stays open after it was asked for', async () => {
  const { get } = await serve({ 'film.mp4': FILM });
  const openFiles = async () => {
    const names = await readdir('/proc/self/fd');
    const links = names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => ''));
    return (await Promise.all(links)).filter((link) => link.includes('kundig-files-'));
  };
  const tag = (await get('/digits.txt')).headers.get('ETag') ?? '';
  await get('/film.mp4', {}, 'HEAD');
  await get('/film.mp4', { Range: 'bytes=600000-' });
  await get('/digits.txt', { 'If-None-Match': tag });
  await (await get('/film.mp4')).arrayBuffer();
  await expect.poll(openFiles).toEqual([]);
});

test('a tag counts more than a date', async () => {
  const { get } = await serve();
  const date = (await get('/digits.txt')).headers.get('Last-Modified') ?? '';
  expect((await get('/digits.txt', { 'If-Modified-Since': date })).status).toBe(304);
  const both = { 'If-Modified-Since': date, 'If-None-Match': '"other"' };
  expect((await get('/digits.txt', both)).status).toBe(200);
});

test.for([
  ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
  ['bytes=4-4', 206, '4', 'bytes 4-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=7-99', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
  ['BYTES=0-0', 206, '0', 'bytes 0-0/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=99-100', 416, '', 'bytes */10'],
  ['bytes=-0', 416, '', 'bytes */10'],
  ['bytes=0-1,4-5', 200, '0123456789', null],
  ['bytes=5-2', 200, '0123456789', null],
  ['bytes=-', 200, '0123456789', null],
  ['bytes=a-b', 200, '0123456789', null],
  ['lines=0-3', 200, '0123456789', null],
  ['bytes=0-99999999999999999999', 200, '0123456789', null],
] as const)('of ten bytes, %s gets %s %j', async ([range, status, text, part]) => {
  const { get } = await serve();
  const response = await get('/digits.txt', { Range: range });
  expect(response.status).toBe(status);
  expect(headersOf(response, 'Content-Range', 'Accept-Ranges')).toEqual({
    'Content-Range': part,
    'Accept-Ranges': 'bytes',
  });
  expect(await response.text()).toBe(text);
});

test('a download goes on only if the file is still the same', async () => {
  const { get } = await serve();
  const first = await get('/digits.txt');
  const [tag, date] = [first.headers.get('ETag') ?? '', first.headers.get('Last-Modified') ?? ''];
  for (const [condition, status] of [
    [tag, 206],
    [date, 206],
    ['"other"', 200],
    [`W/${tag}`, 200],
    ['Sat, 01 Jan 2000 00:00:00 GMT', 200],
  ] as const) {
    const response = await get('/digits.txt', { Range: 'bytes=0-3', 'If-Range': condition });
    expect([condition, response.status]).toEqual([condition, status]);
  }
});

test('a film is sent whole and in parts', async () => {
  const { get } = await serve({ 'film.mp4': FILM });
  const whole = await get('/film.mp4', { 'Accept-Encoding': 'gzip, br' });
  expect(headersOf(whole, 'Content-Type', 'Content-Length', 'Content-Encoding')).toEqual({
    'Content-Type': 'video/mp4',
    'Content-Length': '600000',
    'Content-Encoding': null,
  });
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(FILM);
  const part = await get('/film.mp4', { Range: 'bytes=1000-500999' });
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(FILM.slice(1000, 501_000));
});

test('HEAD says what GET would, without the file', async () => {
  const { dist, get } = await serve({ 'empty.txt': '', 'film.mp4': FILM });
  await compressFolder(dist);
  for (const [address, headers] of [
    ['/large/', { 'Accept-Encoding': 'br' }],
    ['/film.mp4', {}],
    ['/film.mp4', { Range: 'bytes=0-9' }],
    ['/empty.txt', {}],
    ['/nothing', {}],
  ] as const) {
    const [got, asked] = [await get(address, headers), await get(address, headers, 'HEAD')];
    expect(await asked.text()).toBe('');
    expect([asked.status, Object.fromEntries(asked.headers)]).toEqual([
      got.status,
      Object.fromEntries(got.headers),
    ]);
    await got.body?.cancel();
  }
});

test('links that lead out of the folder are not followed, those within are', async () => {
  const { folder, dist, get, put } = await serve();
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await mkdir(path.join(folder, 'private'));
  await writeFile(path.join(folder, 'private/index.html'), 'secret');
  // A neighbour whose name begins alike.
  await mkdir(path.join(folder, 'dist-old'));
  await writeFile(path.join(folder, 'dist-old/secret.txt'), 'secret');
  await symlink('../secret.txt', path.join(dist, 'out.txt'));
  await symlink('../private', path.join(dist, 'out'));
  await symlink('../dist-old/secret.txt', path.join(dist, 'old.txt'));
  await put('page.html', 'page');
  await symlink('../secret.txt', path.join(dist, 'page.html.br'));
  await symlink('digits.txt', path.join(dist, 'same.txt'));
  for (const address of ['/out.txt', '/out/', '/out', '/old.txt', '/out/index.html']) {
    const response = await get(address);
    expect([address, response.status]).toEqual([address, 404]);
    expect(await response.text()).not.toContain('secret');
  }
  expect(await (await get('/page.html', { 'Accept-Encoding': 'br' })).text()).toBe('page');
  expect(await (await get('/same.txt')).text()).toBe('0123456789');
});

test('a site that is built anew is served without another start, its redirects too', async () => {
  const { folder, dist, get, put } = await serve({ 'redirects.json': '{"/old/":"/large/"}' });
  const before = await get('/digits.txt');
  expect((await get('/old/')).headers.get('Location')).toBe('/large/');
  await rename(dist, path.join(folder, 'previous'));
  expect((await get('/digits.txt')).status).toBe(404);
  await put('index.html', 'choose');
  await put('digits.txt', '9876543210');
  await put('redirects.json', '{"/older/":"/new/"}');
  // As old as the one before: the tag tells them apart by more than the second.
  await utimes(path.join(dist, 'digits.txt'), new Date(), new Date(Date.parse('2026-03-01T10:00:00.5Z')));
  const after = await get('/digits.txt', { 'If-None-Match': before.headers.get('ETag') ?? '' });
  expect([after.status, await after.text()]).toEqual([200, '9876543210']);
  expect([(await get('/old/')).status, (await get('/older/')).headers.get('Location')]).toEqual([
    404,
    '/new/',
  ]);
});

test('a folder that is a link to the newest release may change its aim', async () => {
  const { folder, dist } = await serve({ 'page.html': 'first' });
  await symlink('dist', path.join(folder, 'current'));
  const site = createStaticSite({ dir: path.join(folder, 'current'), locales: ['en'] });
  expect(await (await site.request('/page.html')).text()).toBe('first');
  await mkdir(`${dist}-2`);
  await writeFile(path.join(`${dist}-2`, 'page.html'), 'second');
  await rm(path.join(folder, 'current'));
  await symlink('dist-2', path.join(folder, 'current'));
  expect(await (await site.request('/page.html')).text()).toBe('second');
});

test('what stands beside articles has the type that people open it with', async () => {
  const names = {
    'a.pdf': 'application/pdf',
    'a.svg': 'image/svg+xml; charset=utf-8',
    'a.vtt': 'text/vtt; charset=utf-8',
    'a.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'a.WEBP': 'image/webp',
    'a.unknown': 'application/octet-stream',
    noending: 'application/octet-stream',
  };
  const { get } = await serve(Object.fromEntries(Object.keys(names).map((name) => [name, 'content'])));
  const seen = await Promise.all(
    Object.keys(names).map(async (name) => [name, (await get(`/${name}`)).headers.get('Content-Type')]),
  );
  expect(Object.fromEntries(seen)).toEqual(names);
});
