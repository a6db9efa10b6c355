import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MANIFEST_FILE } from '../../src/core/manifest.ts';
import { articleText, contentFolder } from '../content-folder.ts';
import { imageRuns, stagesOfImage } from './dockerfile.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('the image has the Node with which everything is tested, in every stage', async () => {
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  const bases = stagesOfImage().map(([from]) => from?.value.split(' ')[0]);
  expect(bases).toEqual([
    `node:${devDependencies.node}-slim`,
    'packages',
    `node:${devDependencies.node}-slim`,
  ]);
});

test('the image runs without rights over its own files, and without what only developers need', () => {
  const [packages = [], , image = []] = stagesOfImage();
  expect(packages).toContainEqual({ name: 'RUN', value: 'npm ci --omit=dev' });
  const last = (wanted: string) => image.findLast(({ name }) => name === wanted)?.value;
  expect([last('USER'), last('VOLUME'), last('STOPSIGNAL')]).toEqual(['node', '/data', 'SIGTERM']);
  const copied = image.filter(({ name }) => name === 'COPY').map(({ value }) => value);
  expect(copied.filter((value) => /--chown|--chmod|^\. /.test(value))).toEqual([]);
});

test('feedback, secrets and what was built outside do not get into the image', async () => {
  const ignored = (await readFile('.dockerignore', 'utf8')).split('\n');
  expect(ignored).toEqual(
    expect.arrayContaining(['data', '.env*', '**/*.db', '**/*.db-*', 'node_modules', 'dist']),
  );
});

const VOTE = {
  id: '5f0a8a3e-1c7d-4b8e-9a55-2f1f6b7c0d3e',
  article: 'billing/refund',
  locale: 'en',
  revision: '0123456789ab',
  helpful: true,
};

/** A folder like the one in the image, with a site of one page and one article. */
async function folderOfImage(): Promise<{ folder: string; data: string }> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'kundig-image-'));
  onTestFinished(() => rm(place, { recursive: true, force: true }));
  const [folder, data] = [path.join(place, 'kundig'), path.join(place, 'data')];
  await mkdir(path.join(folder, 'dist/en'), { recursive: true });
  await mkdir(data);
  await writeFile(path.join(folder, 'dist/en/index.html'), 'Help');
  const articles = { 'billing/refund': { en: VOTE.revision } };
  await writeFile(path.join(folder, 'dist', MANIFEST_FILE), JSON.stringify({ version: 1, articles }));
  const content = await contentFolder({ 'en/billing/refund.md': articleText() });
  await symlink(content, path.join(folder, 'content'));
  for (const name of ['node_modules', 'package.json', 'scripts', 'src']) {
    await symlink(path.join(ROOT, name), path.join(folder, name));
  }
  return { folder, data };
}

test('its command serves what was built, is healthy, writes only its data, and stops when told to', async () => {
  const { folder, data } = await folderOfImage();
  const { command, health, environment } = imageRuns();
  const database = environment.FEEDBACK_DATABASE?.replace('/data', data) ?? '';
  const written = async () => [await readdir(folder), await readdir(path.join(folder, 'dist'))];
  const before = await written();
  const env = { ...process.env, ...environment, HOST: '127.0.0.1', PORT: '0', FEEDBACK_DATABASE: database };
  const [program, ...words] = command;
  expect([program, environment.HOST]).toEqual(['node', '0.0.0.0']);
  const child = spawn(process.execPath, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    void ended.then((code) => reject(new Error(`It ended with ${code}.`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (found) resolve(found);
    });
  });
  expect(await (await fetch(`${address}/en/`)).text()).toBe('Help');
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  const sent = await fetch(`${address}/api/votes`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: 'https://help.example.com' },
    body: JSON.stringify(VOTE),
  });
  expect(sent.status).toBe(201);
  expect(await run(health, { ...env, PORT: new URL(address).port })).toBe(0);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await run(health, { ...env, PORT: new URL(address).port })).toBe(1);
  expect(await written()).toEqual(before);
  expect(await readdir(data)).toContain('feedback.db');
});

/** The exit code of a command of the image. */
function run([program, ...words]: string[], env: NodeJS.ProcessEnv): Promise<number> {
  expect(program).toBe('node');
  return new Promise((resolve) => {
    execFile(process.execPath, words, { env }, (error) => resolve(Number(error?.code ?? 0)));
  });
}
