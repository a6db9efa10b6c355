import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { publishFolder, refuseToReplace } from '../../src/site/publish-folder.ts';

async function place(): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'kundig-publish-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await mkdir(path.join(dir, 'finished'));
  await writeFile(path.join(dir, 'finished/index.html'), 'new');
  return dir;
}

test('a finished folder takes the place of the one before', async () => {
  const dir = await place();
  const dist = path.join(dir, 'sites/dist');
  await mkdir(dist, { recursive: true });
  await writeFile(path.join(dist, 'gone.html'), 'old');
  await publishFolder(path.join(dir, 'finished'), dist);
  expect(await readdir(path.join(dir, 'sites'))).toEqual(['dist']);
  expect(await readdir(dist)).toEqual(['index.html']);
});

test('if that fails, the site before is there again', async () => {
  const dir = await place();
  const dist = path.join(dir, 'dist');
  await mkdir(dist);
  await writeFile(path.join(dist, 'index.html'), 'old');
  await expect(publishFolder(path.join(dir, 'nothing'), dist)).rejects.toBeInstanceOf(UserError);
  expect(await readFile(path.join(dist, 'index.html'), 'utf8')).toBe('old');
  expect((await readdir(dir)).sort()).toEqual(['dist', 'finished']);
});

test('a place below a file is an error that says what to do', async () => {
  const dir = await place();
  const file = path.join(dir, 'finished/index.html');
  for (const attempt of [refuseToReplace(file), publishFolder(path.join(dir, 'finished'), `${file}/dist`)]) {
    await expect(attempt).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(`The site cannot be written to ${file}`),
      hint: 'Choose a folder that may be written, e.g. --out dist.',
    });
  }
  expect(existsSync(file)).toBe(true);
});

test('a folder that holds a project is not replaced', async () => {
  const dir = await place();
  await writeFile(path.join(dir, 'package.json'), '{}');
  await expect(refuseToReplace(dir)).rejects.toMatchObject({
    message: `${dir} holds package.json: the site would replace it.`,
  });
});
