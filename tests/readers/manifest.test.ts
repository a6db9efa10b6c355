import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { manifestOfFolder, readManifest } from '../../src/readers/manifest.ts';
import { articleText, contentFolder } from '../content-folder.ts';

const manifest = { version: 1, articles: { 'billing/refund': { de: 'b3f9a1c0b7d2' } } };

/** A site on this machine that answers every address so. */
async function aSite(status: number, body: string, headers: Record<string, string> = {}): Promise<string> {
  const server = createServer((_, response) => void response.writeHead(status, headers).end(body));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/articles.json`;
}

test('what was published is read from a file, and from where the site stands', async () => {
  const folder = await contentFolder({});
  const file = path.join(folder, 'articles.json');
  await writeFile(file, JSON.stringify(manifest));
  expect(await readManifest(file)).toEqual(manifest);
  expect(await readManifest(await aSite(200, JSON.stringify(manifest)))).toEqual(manifest);
});

test('what could be changed on the way is not read', async () => {
  await expect(readManifest('http://help.example.com/articles.json')).rejects.toMatchObject({
    name: 'UserError',
    message: 'What help.example.com says could be changed on the way.',
    hint: 'Use https: --manifest https://help.example.com/articles.json',
  });
});

test.for<[string, () => Promise<string>, string]>([
  [
    'a file that is not there',
    async () => '/nowhere/articles.json',
    'cannot be read from /nowhere/articles.json',
  ],
  ['a site that does not have it', () => aSite(404, 'Not found'), 'the site answers 404'],
  [
    'a site that is down',
    async () => 'http://127.0.0.1:1/articles.json',
    'cannot be read from http://127.0.0.1:1',
  ],
  ['a page', () => aSite(200, '<!doctype html>'), 'does not say what was published'],
  [
    'the manifest of a newer Kundig',
    () => aSite(200, '{"version":2,"articles":{}}'),
    'a newer Kundig has built this site',
  ],
])('%s is said in plain words', async ([, place, words]) => {
  await expect(readManifest(await place())).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining(words),
  });
});

test('of a content folder, what is published on the day counts', async () => {
  const folder = await contentFolder({
    'en/billing/refund.md': articleText(),
    'en/billing/draft.md': articleText('draft: true\n'),
    'en/billing/later.md': articleText('publishAt: 2026-04-01\n'),
    'fr/billing/refund.md': articleText(),
  });
  const idsOn = async (day: string) => Object.keys((await manifestOfFolder(folder, day)).articles).sort();
  expect(await idsOn('2026-03-31')).toEqual(['billing/refund']);
  expect(await idsOn('2026-04-01')).toEqual(['billing/later', 'billing/refund']);
});
