import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpack } from '../../src/search/index-files.ts';

const TABLE = { titles: [1.5, 0], questions: ['„Größe“ 退款'] };
const text = JSON.stringify(TABLE);

test('a file is read as it was packed', async () => {
  expect(await unpack(new Uint8Array(gzipSync(text)))).toEqual(TABLE);
});

test('a file whose compression the host took off already is read, too', async () => {
  expect(await unpack(new TextEncoder().encode(text))).toEqual(TABLE);
});

test.each([
  ['half a file', new Uint8Array(gzipSync(text)).slice(0, 20)],
  ['a page that says that there is no file', new TextEncoder().encode('<!doctype html>')],
  ['an empty file', new Uint8Array()],
])('%s is refused', async (_, bytes) => {
  await expect(unpack(bytes)).rejects.toThrow();
});
