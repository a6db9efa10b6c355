import { expect, test, vi } from 'vitest';
import { NoHistory } from '../../src/readers/git.ts';
import { GitObjects } from '../../src/readers/git-objects.ts';
import { ARepository, aFolder } from './a-repository.ts';

const nameOf = (repository: ARepository, file: string) => repository.git('rev-parse', `HEAD:${file}`).trim();

test('reads contents of any size and kind, in the order in which they are asked for', async () => {
  const contents = {
    'empty.md': '',
    'one.md': 'one',
    'lines.md': `${'0'.repeat(40)} blob 3\n\n\nmissing\n`,
    'umlauts.md': 'Größe „ß“ 👍',
    'large.md': 'A line of a book.\n'.repeat(40_000),
  };
  const repository = new ARepository();
  for (const [file, text] of Object.entries(contents)) repository.write(file, text);
  repository.commit('2026-01-01', 'Write');
  const objects = new GitObjects(repository.dir);
  const files = Object.keys(contents);
  const read = await Promise.all([...files, ...files].map((file) => objects.read(nameOf(repository, file))));
  await objects.close();
  expect(read.map((bytes) => bytes?.toString())).toEqual([
    ...Object.values(contents),
    ...Object.values(contents),
  ]);
});

test('has nothing for a name that git does not know, or that is none', async () => {
  const repository = new ARepository().write('one.md', 'one').commit('2026-01-01', 'Write');
  const objects = new GitObjects(repository.dir);
  const names = ['0'.repeat(40), 'HEAD:one.md', '', 'a\nb', nameOf(repository, 'one.md')];
  const read = await Promise.all(names.map((name) => objects.read(name)));
  await objects.close();
  expect(read.map((bytes) => bytes?.toString())).toEqual([undefined, undefined, undefined, undefined, 'one']);
});

test('does not start git for nothing', async () => {
  const objects = new GitObjects('/no/such/folder');
  expect(await objects.read('none')).toBeUndefined();
  await objects.close();
});

test('says what failed to everybody who asks', async () => {
  const objects = new GitObjects(aFolder());
  const names = ['a', 'b'].map((digit) => digit.repeat(40));
  const failures = await Promise.all(
    names.map((name) => objects.read(name).catch((error: unknown) => error)),
  );
  failures.push(await objects.read('c'.repeat(40)).catch((error: unknown) => error));
  await objects.close();
  expect(failures.map((error) => error instanceof NoHistory)).toEqual([true, true, true]);
});

test('says where to get git where it is missing', async () => {
  const repository = new ARepository().write('one.md', 'one').commit('2026-01-01', 'Write');
  const name = nameOf(repository, 'one.md');
  vi.stubEnv('PATH', aFolder());
  const objects = new GitObjects(repository.dir);
  const failure = await objects.read(name).catch((error: unknown) => error);
  vi.unstubAllEnvs();
  await objects.close();
  expect(failure).toBeInstanceOf(NoHistory);
});
