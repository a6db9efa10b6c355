import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { touchedFiles } from '../../src/readers/touched-files.ts';
import { ARepository } from './a-repository.ts';

function git(repository: ARepository, ...args: string[]): void {
  execFileSync('git', ['-C', repository.dir, ...args], { stdio: 'ignore' });
}

test('a branch touches what it committed, what it has not committed yet, and what is not added', async () => {
  const repository = new ARepository()
    .write('help/en/old.md', 'One')
    .write('help/en/changed.md', 'One')
    .write('help/en/gone.md', 'One')
    .write('README.md', 'One')
    .commit('2026-01-01', 'Begin');
  git(repository, 'branch', 'before');
  repository
    .write('help/en/changed.md', 'Two')
    .write('help/en/größe.md', 'New')
    .write('README.md', 'Two')
    .commit('2026-01-02', 'Change');
  git(repository, 'rm', '-q', 'help/en/gone.md');
  repository.write('help/en/draft.md', 'Not added');
  expect(await touchedFiles(`${repository.dir}/help`, 'before')).toEqual(
    new Set(['en/changed.md', 'en/größe.md', 'en/gone.md', 'en/draft.md']),
  );
});

test('what the other branch changed since is not touched by this one', async () => {
  const repository = new ARepository()
    .write('en/theirs.md', 'One')
    .write('en/ours.md', 'One')
    .commit('2026-01-01', 'Begin');
  git(repository, 'checkout', '-q', '-b', 'other');
  repository.write('en/theirs.md', 'Two').commit('2026-01-02', 'Theirs');
  git(repository, 'checkout', '-q', '-');
  repository.write('en/ours.md', 'Two').commit('2026-01-03', 'Ours');
  expect(await touchedFiles(repository.dir, 'other')).toEqual(new Set(['en/ours.md']));
});

test.each(['nowhere', '--output=stolen'])('%s, which git does not know, is named', async (base) => {
  const repository = new ARepository().write('en/a.md', 'One').commit('2026-01-01', 'Begin');
  await expect(touchedFiles(repository.dir, base)).rejects.toThrow(UserError);
  await expect(touchedFiles(repository.dir, base)).rejects.toThrow(base);
});
