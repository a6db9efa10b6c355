import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createAsk } from '../../src/links/ask.ts';
import { contentOf } from '../../src/links/page-content.ts';
import { resolve, startSites, status } from './sites.ts';

const ask = createAsk({ agent: 'KundigLinks/1.0 (+x)', timeout: 20_000, allowLocal: true, resolve });

test('a request says who asks, and nothing of the person who wrote the link', async () => {
  let seen: unknown;
  const port = await startSites({
    'shop.test': ({ method, url, headers }, response) => {
      seen = { method, url, headers };
      response.end();
    },
  });
  await ask(new URL(`http://user:secret@shop.test:${port}/a%20b?q=1#fees`), 'GET');
  expect(seen).toEqual({
    method: 'GET',
    url: '/a%20b?q=1',
    headers: {
      host: `shop.test:${port}`,
      'user-agent': 'KundigLinks/1.0 (+x)',
      accept: '*/*',
      'accept-encoding': 'identity',
      connection: 'close',
    },
  });
});

test('a body is read only if that is wanted, and not without end', async () => {
  const port = await startSites({
    'shop.test': status(200, {}, 'words'),
    'endless.test': (_, response) => {
      (function more() {
        while (!response.destroyed && response.write('x'.repeat(1_000_000)));
        if (!response.destroyed) response.once('drain', more);
      })();
    },
  });
  const body = async (host: string, readBody: boolean) =>
    (await ask(new URL(`http://${host}:${port}/`), 'GET', { readBody })).body.length;
  expect(await body('shop.test', true)).toBe(5);
  expect(await body('shop.test', false)).toBe(0);
  expect(await body('endless.test', false)).toBe(0);
  expect(await body('endless.test', true)).toBe(5_000_000);
});

test('what a page says is the same however it is packed', async () => {
  const page = '<p>It costs 5 €.</p>';
  const packed = { gzip: gzipSync(page), deflate: deflateSync(page), br: brotliCompressSync(page) };
  const plain = contentOf({ status: 200, headers: {}, body: Buffer.from(page) });
  for (const [packing, body] of Object.entries(packed)) {
    expect(contentOf({ status: 200, headers: { 'content-encoding': packing }, body })).toBe(plain);
  }
  const odd = { status: 200, headers: { 'content-encoding': 'gzip' }, body: Buffer.from(page) };
  expect(contentOf(odd)).toBeUndefined();
});
