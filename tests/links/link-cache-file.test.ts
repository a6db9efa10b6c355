import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { LinkRecord } from '../../src/core/links/link-record.ts';
import { readLinkCache, writeLinkCache } from '../../src/links/link-cache-file.ts';

async function aFolder(): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'kundig-links-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

function record(address: string): LinkRecord {
  return { address, state: 'fine', checked: '2026-03-01', answer: 'found', lastSeen: '2026-03-01' };
}

test('what was seen is kept in a new folder, in the order of the addresses, and nothing else is left there', async () => {
  const dir = path.join(await aFolder(), 'data');
  const file = path.join(dir, 'links.json');
  const records = ['b', 'a', 'ä', 'A'].map((host) => record(`https://${host}.test/`));
  await writeLinkCache(file, records);
  const first = await readFile(file, 'utf8');
  await writeLinkCache(file, records.toReversed());
  expect(await readFile(file, 'utf8')).toBe(first);
  expect(await readLinkCache(file)).toEqual(new Map(records.map((one) => [one.address, one])));
  expect([...((await readLinkCache(file))?.keys() ?? [])].join(' ')).toBe(
    'https://A.test/ https://a.test/ https://b.test/ https://ä.test/',
  );
  expect(await readdir(dir)).toEqual(['links.json']);
});

test('nothing has been seen where there is no file', async () => {
  expect(await readLinkCache(path.join(await aFolder(), 'links.json'))).toBeUndefined();
});

test.each([
  ['is cut off', '{"version": 1, "links": ['],
  ['is empty', ''],
  ['is of another version', '{"version": 2, "links": []}'],
  ['is something else', '[1, 2]'],
  [
    'holds a day that does not exist',
    JSON.stringify({ version: 1, links: [{ ...record('x'), checked: '2026-02-30' }] }),
  ],
  [
    'says dead, but not since when',
    JSON.stringify({ version: 1, links: [{ ...record('x'), state: 'dead' }] }),
  ],
])('a file that %s is refused, with what to do', async (_, text) => {
  const file = path.join(await aFolder(), 'links.json');
  await writeFile(file, text);
  await expect(readLinkCache(file)).rejects.toMatchObject({
    name: 'UserError',
    message: `${file} is damaged, or was not written by npm run links.`,
    hint: 'Restore it from a backup or delete it. Without it, dead links are known again after runs on two days.',
  });
});

test('a place that cannot be written is named, and nothing is left there', async () => {
  const dir = await aFolder();
  await writeFile(path.join(dir, 'data'), '');
  const file = path.join(dir, 'data/links.json');
  await expect(writeLinkCache(file, [])).rejects.toMatchObject({
    name: 'UserError',
    hint: 'Name another place with --cache FILE, or look at who may write there.',
  });
  await expect(writeLinkCache(dir, [])).rejects.toMatchObject({ name: 'UserError' });
  expect(await readdir(dir)).toEqual(['data']);
});
