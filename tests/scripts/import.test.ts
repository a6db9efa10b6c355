import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sourceFolder } from '../importers/source-folder.ts';
import { runScript } from './run-script.ts';

const SOURCE = {
  'billing/refund.md': '---\ntitle: Refund\nauthor: Kim\n---\n\nSee [this](gone.md).\n\n![Form](form.png)\n',
  'billing/form.png': 'PNG',
  'billing/refund.de.md': '---\ntitle: Geld zurück\n---\n\nHier steht es.\n',
};

async function folders(): Promise<{ from: string; content: string }> {
  const content = path.join(await sourceFolder({}), 'content');
  return { from: await sourceFolder(SOURCE), content };
}

test('import writes the content folder and says what was done and what was not', async () => {
  const { from, content } = await folders();
  expect(await runScript('import', from, '--content', content)).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      'billing/refund.md:6  The link to `gone.md` leads to nothing in the folder; it stays as it is.',
      'billing/refund.md:3  No place in our front matter: `author` (line 3).',
      '',
      `Imported 2 articles in 2 languages (en 1, de 1), 1 picture into ${content}.`,
      'Not carried over, or not as it was: 1 link, 1 piece of front matter. Each stands above with file and line.',
      `Next: npm run check -- --content ${content}`,
      '',
    ].join('\n'),
  });
  expect(existsSync(path.join(content, 'de/billing/refund.md'))).toBe(true);
  expect(await readFile(path.join(content, 'en/billing/images/form.png'), 'utf8')).toBe('PNG');
});

test('a dry run says what would be done and writes nothing', async () => {
  const { from, content } = await folders();
  const { code, stdout } = await runScript('import', from, '--content', content, '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toContain(`Would import 2 articles in 2 languages (en 1, de 1), 1 picture into ${content}.`);
  expect(existsSync(content)).toBe(false);
});

test('only the named languages are imported, and the others are counted', async () => {
  const { from, content } = await folders();
  const { stdout } = await runScript('import', from, '--content', content, '--locales', 'de');
  expect(stdout).toContain('Imported 1 article in 1 language (de 1)');
});

test('the first named language that no other file is in is that of files that do not say theirs', async () => {
  const { from, content } = await folders();
  const { stdout } = await runScript(
    'import',
    from,
    '--content',
    content,
    '--locales',
    'fr,de',
    '--format',
    'json',
  );
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, articles: 2, locales: { fr: 1, de: 1 }, files: 1 });
  expect(await readFile(path.join(content, 'site.yaml'), 'utf8')).toContain('locales:\n  - fr\n  - de\n');
});

test('importing the same again changes nothing and succeeds', async () => {
  const { from, content } = await folders();
  await runScript('import', from, '--content', content);
  expect((await runScript('import', from, '--content', content)).code).toBe(0);
});

test('a file that was changed is never replaced without --force, and nothing else is written', async () => {
  const { from, content } = await folders();
  await runScript('import', from, '--content', content);
  const changed = path.join(content, 'en/billing/refund.md');
  await writeFile(changed, 'mine');
  await writeFile(path.join(from, 'billing/new.md'), '---\ntitle: New\n---\n\nNew here.\n');

  const refused = await runScript('import', from, '--content', content);
  expect(refused).toEqual({
    code: 3,
    stdout: '',
    stderr:
      `In ${content} there is already en/billing/refund.md; nothing was written.\n` +
      'Import into an empty folder with --content DIR, or replace these files with --force.\n',
  });
  expect(await readFile(changed, 'utf8')).toBe('mine');
  expect(existsSync(path.join(content, 'en/billing/new.md'))).toBe(false);

  expect((await runScript('import', from, '--content', content, '--force')).code).toBe(0);
  expect(await readFile(changed, 'utf8')).toContain('title: Refund');
});

test('settings and descriptions of categories that are there stay', async () => {
  const { from, content } = await folders();
  await runScript('import', from, '--content', content);
  const mine = ['site.yaml', 'en/billing/index.md'].map((file) => path.join(content, file));
  for (const file of mine) await writeFile(file, 'mine');
  expect((await runScript('import', from, '--content', content)).code).toBe(0);
  for (const file of mine) expect(await readFile(file, 'utf8')).toBe('mine');
});

test('a content folder that cannot be written to is an error, not a stack', async () => {
  const { from } = await folders();
  const { code, stderr } = await runScript('import', from, '--content', path.join(from, 'billing/form.png'));
  expect(code).toBe(3);
  expect(stderr).toMatch(/^Cannot write into .+\nChoose a folder that you may write to\.\n$/);
});

test.each([
  [['--locales', 'german', '.'], 2, '"german" is not the name of a language: write e.g. de,en'],
  [[], 2, "error: missing required argument 'from'"],
  [['/nowhere/at/all'], 3, 'There is no folder at /nowhere/at/all.'],
])('import %j ends with %i', async (args, code, message) => {
  const result = await runScript('import', ...args);
  expect(result.code).toBe(code);
  expect(result.stderr).toContain(message);
});
