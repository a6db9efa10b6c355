import { expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { importFolder } from '../../src/importers/import-folder.ts';
import { sourceFolder } from './source-folder.ts';

const GOOD = '---\ntitle: Good\n---\n\nAll is well here.\n';

async function lossesOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const dir = await sourceFolder({ 'billing/good.md': GOOD, ...files });
  const { losses } = await importFolder(dir, { today: '2026-01-01' });
  return losses.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

test('broken YAML leaves the file out and says on which line it is broken', async () => {
  expect(await lossesOf({ 'billing/bad.md': '---\ntitle: Bad\ntags: [a, b\n---\n\nText.\n' })).toEqual([
    expect.stringMatching(
      /^billing\/bad\.md:[34] The front matter cannot be read \(.+\), so the file is left out: mend it and import again\.$/,
    ),
  ]);
});

test('broken TOML leaves the file out and says on which line it is broken', async () => {
  expect(await lossesOf({ 'billing/bad.md': '+++\ntitle = "Bad"\ntags = [1\n+++\n\nText.\n' })).toEqual([
    expect.stringMatching(
      /^billing\/bad\.md:[34] The front matter cannot be read \(.+\), so the file is left out/,
    ),
  ]);
});

test.each([
  ['---', '---\ntitle: Bad\n\nText.\n'],
  ['+++', '+++\ntitle = "Bad"\n\nText.\n'],
])('front matter that never ends with %s is one clear line', async (mark, text) => {
  expect(await lossesOf({ 'billing/bad.md': text })).toEqual([
    `billing/bad.md:1 The front matter cannot be read (the closing line ${mark} is missing), so the file is left out: mend it and import again.`,
  ]);
});

test('front matter that is a list is one clear line', async () => {
  expect(await lossesOf({ 'billing/bad.md': '---\n- a\n---\n\nText.\n' })).toEqual([
    'billing/bad.md:2 The front matter cannot be read (it is not a list of keys and values), so the file is left out: mend it and import again.',
  ]);
});

test('a file that is not UTF-8 is left out', async () => {
  const latin1 = Uint8Array.from([
    ...Buffer.from('---\ntitle: Gr'),
    0xfc,
    ...Buffer.from('n\n---\n\nText.\n'),
  ]);
  expect(await lossesOf({ 'billing/bad.md': latin1 })).toEqual([
    'billing/bad.md:1 The file is not UTF-8 and is left out: save it as UTF-8 and import again.',
  ]);
});

test('an empty file is left out', async () => {
  expect(await lossesOf({ 'billing/bad.md': ' \n\n' })).toEqual([
    'billing/bad.md:1 The file is empty and is left out.',
  ]);
});

test('MDX that is not well-formed is left out', async () => {
  expect(await lossesOf({ 'billing/bad.mdx': '---\ntitle: Bad\n---\n\n<Tabs>\n\nText.\n' })).toEqual([
    'billing/bad.mdx:1 The MDX is not well-formed, so the file is left out: mend it and import again.',
  ]);
});

test('a Windows file with a byte order mark is imported as plain UTF-8 with LF, and keeps its lines', async () => {
  const dir = await sourceFolder({
    'billing/windows.md': '\uFEFF---\r\ntitle: Windows\r\n---\r\n\r\nFirst ![x](gone.png)\r\nSecond.\r\n',
  });
  const { texts, losses } = await importFolder(dir, { today: '2026-01-01' });
  expect(texts.get('en/billing/windows.md')).toBe(
    '---\ntitle: Windows\ndescription: First Second.\ntype: reference\n---\n\nFirst ![x](gone.png)\nSecond.\n',
  );
  expect(losses.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '1 The file has a byte order mark and Windows line ends (CRLF); the article is saved as plain UTF-8 with LF.',
    '5 The picture `gone.png` is not in the folder; the text still names it.',
  ]);
});

test('JSON that is not JSON is one clear line', async () => {
  const dir = await sourceFolder({
    'faq.json': '{ "q": [{ "question": "Why?", "answer": "Because it is so." }] }',
    'bad.json': '{\n  "a": 1\n  "b": 2\n}\n',
  });
  const { losses } = await importFolder(dir, { today: '2026-01-01' });
  expect(losses).toEqual([
    { kind: 'file', file: 'bad.json', line: 3, message: 'The file is not JSON and is left out.' },
  ]);
});

test('a folder that is not there is an error that says what to do', async () => {
  await expect(importFolder('/nowhere/at/all', { today: '2026-01-01' })).rejects.toThrow(UserError);
});

test('a folder without any article is an error that names the first reason', async () => {
  const dir = await sourceFolder({ 'a/empty.md': '' });
  await expect(importFolder(dir, { today: '2026-01-01' })).rejects.toMatchObject({
    message: `There is nothing to import in ${dir}.`,
    hint: '1 files were left out, the first for this reason: a/empty.md:1 The file is empty and is left out.',
  });
});
