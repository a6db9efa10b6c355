import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSearch } from '../../../src/client/search/search-index.ts';
import { HEAD, unpack } from '../../../src/search/index-files.ts';
import { OtherFormatError } from '../../../src/search/open-index.ts';
import { builtFiles, type Writing } from '../../search/small-index.ts';

const ARTICLES: Writing[] = [
  { id: 'billing/refund', title: 'Get a refund', text: 'Money comes back.' },
  { id: 'shop/voucher', title: 'Redeem a voucher', text: 'At the till.' },
];

let files = new Map<string, Uint8Array>();
/** Paths that were asked for, in their order. */
let requests: string[] = [];
/** Decides which requests fail, and how. */
let failing: (path: string) => 'status' | 'broken line' | undefined = () => undefined;
let address = '';

const server = createServer((request, response) => {
  const path = (request.url ?? '').replace('/search/', '');
  requests.push(path);
  const file = files.get(path);
  const failure = failing(path);
  if (failure === 'broken line') request.socket.destroy();
  else if (failure === 'status' || !file) response.writeHead(failure ? 503 : 404).end('<!doctype html>');
  else response.end(file);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/search/en/`;
});
afterAll(() => server.close());
afterEach(() => {
  failing = () => undefined;
});

/** Puts a build of these articles on the server, in the place of any before. */
async function publish(articles: Writing[]): Promise<void> {
  files = (await builtFiles(articles)).files;
  requests = [];
}

function timesAsked(part: string): number {
  return requests.filter((path) => path.includes(part)).length;
}

/** Lets the first request for each path that holds the part fail. */
function failOnce(part: string, failure: 'status' | 'broken line'): void {
  const failed = new Set<string>();
  failing = (path) => {
    if (!path.includes(part) || failed.has(path)) return undefined;
    failed.add(path);
    return failure;
  };
}

async function found(search: Awaited<ReturnType<typeof openSearch>>, query: string): Promise<string[]> {
  return (await search.search(query)).results.map(({ article }) => article);
}

test('an index is opened and asked over the network, each file once', async () => {
  await publish(ARTICLES);
  const search = await openSearch(address, 'en');
  expect(requests[0]).toBe(`en/${HEAD}`);
  expect(await found(search, 'refund')).toEqual(['billing/refund']);
  expect(await found(search, 'refunds')).toEqual(['billing/refund']);
  expect(requests).toEqual([...new Set(requests)]);
  expect((await search.search('refund', { category: 'shop' })).total).toBe(0);
});

test.each([
  ['the head', HEAD, 'status'],
  ['the head', HEAD, 'broken line'],
  ['a file of terms', '/terms-', 'status'],
  ['an article', '/article-', 'broken line'],
] as const)('%s that does not come (%s, %s) is asked for once more', async (_, part, failure) => {
  await publish(ARTICLES);
  failOnce(part, failure);
  const search = await openSearch(address, 'en');
  expect(await found(search, 'refund')).toEqual(['billing/refund']);
  expect(timesAsked(part)).toBe(2);
});

test('a head that does not come twice is an error with its address and status, and so is none at all', async () => {
  await publish(ARTICLES);
  failing = () => 'status';
  await expect(openSearch(address, 'en')).rejects.toThrow(`${address}${HEAD} answers with 503.`);
  expect(timesAsked(HEAD)).toBe(2);
  failing = () => undefined;
  files = new Map();
  await expect(openSearch(address, 'en')).rejects.toThrow('404');
});

test('a file that stays away is an error, after which the same search works again', async () => {
  await publish(ARTICLES);
  const search = await openSearch(address, 'en');
  failing = (path) => (path.includes('/article-') ? 'status' : undefined);
  await expect(search.search('refund')).rejects.toThrow(/article-0\.gz answers with 503\./);
  expect(timesAsked('/article-')).toBe(2);
  // Whether the site was built anew was looked up once.
  expect(timesAsked(HEAD)).toBe(2);
  failing = () => undefined;
  expect(await found(search, 'refund')).toEqual(['billing/refund']);
});

test('a site that was built anew behind the page is opened anew, and stays open', async () => {
  await publish(ARTICLES);
  const search = await openSearch(address, 'en');
  await publish([{ id: 'billing/money', title: 'Get a refund', text: 'Other words.' }, ...ARTICLES.slice(1)]);
  expect(await found(search, 'refund')).toEqual(['billing/money']);
  expect(timesAsked(HEAD)).toBe(1);
  expect(await found(search, 'voucher')).toEqual(['shop/voucher']);
  expect(timesAsked(HEAD)).toBe(1);
});

test('a site that is built anew twice is opened anew twice', async () => {
  await publish(ARTICLES);
  const search = await openSearch(address, 'en');
  for (const [id, query] of [
    ['billing/one', 'refund'],
    ['shop/two', 'voucher'],
  ] as const) {
    await publish(ARTICLES.map((article) => (article.title.includes(query) ? { ...article, id } : article)));
    expect(await found(search, query)).toEqual([id]);
  }
});

test('a site that is gone when it is opened anew is an error', async () => {
  await publish(ARTICLES);
  const search = await openSearch(address, 'en');
  files = new Map();
  await expect(search.search('refund')).rejects.toThrow('404');
});

test('a new build with another format is told by its own error', async () => {
  await publish(ARTICLES);
  const search = await openSearch(address, 'en');
  const head = await unpack<{ format: number }>(new Uint8Array(files.get(`en/${HEAD}`) ?? []));
  const other = JSON.stringify({ ...head, format: head.format + 1 });
  files = new Map([[`en/${HEAD}`, new TextEncoder().encode(other)]]);
  await expect(search.search('refund')).rejects.toBeInstanceOf(OtherFormatError);
});
