import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { NoHistory } from '../../src/readers/git.ts';
import { readHistory } from '../../src/readers/git-history.ts';
import { ARepository, aFolder } from './a-repository.ts';

/** Days and subjects by file, which is all that the tests below compare. */
async function historyOf(dir: string): Promise<Record<string, string[]>> {
  const { commits } = await readHistory(dir);
  return Object.fromEntries(
    [...commits].map(([file, list]) => [file, list.map(({ day, subject }) => `${day} ${subject}`)]),
  );
}

async function failureOf(dir: string): Promise<UserError> {
  const failure = await readHistory(dir).catch((error: unknown) => error);
  if (!(failure instanceof UserError)) throw new Error('expected a UserError', { cause: failure });
  return failure;
}

const LONG = Array.from({ length: 20 }, (_, line) => `Line ${line} of an article.\n`).join('');

describe('the history of a content folder', () => {
  test('gives each file its commits, newest first', async () => {
    const repository = new ARepository()
      .write('en/billing/refund.md', 'one')
      .write('en/billing/invoice.md', 'one')
      .commit('2026-01-02', 'Explain refunds and invoices')
      .write('en/billing/refund.md', 'two')
      .commit('2026-02-03', 'Mend the refund');
    expect(await historyOf(repository.dir)).toEqual({
      'en/billing/refund.md': ['2026-02-03 Mend the refund', '2026-01-02 Explain refunds and invoices'],
      'en/billing/invoice.md': ['2026-01-02 Explain refunds and invoices'],
    });
    const head = repository.git('rev-parse', 'HEAD').trim();
    expect((await readHistory(repository.dir)).commits.get('en/billing/refund.md')?.[0]?.hash).toBe(head);
  });

  test('is that of the folder alone where it is a part of a repository', async () => {
    const repository = new ARepository()
      .write('content/en/a.md', 'one')
      .write('README.md', 'one')
      .commit('2026-01-02', 'Begin')
      .write('README.md', 'two')
      .commit('2026-01-03', 'Explain');
    expect(await historyOf(path.join(repository.dir, 'content'))).toEqual({
      'en/a.md': ['2026-01-02 Begin'],
    });
  });

  test('follows a renamed file, even if it was edited in the same breath, and back again', async () => {
    const repository = new ARepository().write('en/old.md', LONG).commit('2026-01-02', 'Write');
    repository.git('mv', 'en/old.md', 'en/new.md');
    repository.write('en/new.md', `${LONG}One more line.\n`).commit('2026-02-02', 'Rename');
    expect(await historyOf(repository.dir)).toEqual({
      'en/new.md': ['2026-02-02 Rename', '2026-01-02 Write'],
    });
    repository.git('mv', 'en/new.md', 'en/old.md');
    repository.commit('2026-03-02', 'Rename back');
    expect(await historyOf(repository.dir)).toEqual({
      'en/old.md': ['2026-03-02 Rename back', '2026-02-02 Rename', '2026-01-02 Write'],
    });
  });

  test('keeps apart a renamed file and a new one in its old place', async () => {
    const repository = new ARepository().write('en/a.md', LONG).commit('2026-01-02', 'Write');
    repository.git('mv', 'en/a.md', 'en/b.md');
    repository.commit('2026-01-03', 'Make room').write('en/a.md', 'new').commit('2026-01-04', 'Write anew');
    repository.write('en/b.md', `${LONG}.`).commit('2026-01-05', 'Add a stop');
    expect(await historyOf(repository.dir)).toEqual({
      'en/a.md': ['2026-01-04 Write anew'],
      'en/b.md': ['2026-01-05 Add a stop', '2026-01-03 Make room', '2026-01-02 Write'],
    });
  });

  test('follows an edit on one branch to the name that another branch gave the file', async () => {
    const repository = new ARepository().write('en/old.md', LONG).commit('2026-01-02', 'Write');
    repository.git('checkout', '--quiet', '-b', 'edit');
    repository.write('en/old.md', `${LONG}More.\n`).commit('2026-01-04', 'Add more');
    repository.git('checkout', '--quiet', 'main');
    repository.git('mv', 'en/old.md', 'en/new.md');
    repository.commit('2026-01-03', 'Rename').merge('2026-01-05', 'edit');
    expect(await historyOf(repository.dir)).toEqual({
      'en/new.md': ['2026-01-04 Add more', '2026-01-03 Rename', '2026-01-02 Write'],
    });
  });

  test('forgets a deleted file, and begins again with one of the same name', async () => {
    const repository = new ARepository()
      .write('en/a.md', 'one')
      .write('en/b.md', 'two')
      .commit('2026-01-02', 'Write');
    repository.git('rm', '--quiet', 'en/a.md', 'en/b.md');
    repository.commit('2026-01-03', 'Delete').write('en/a.md', 'three').commit('2026-01-04', 'Write again');
    expect(await historyOf(repository.dir)).toEqual({ 'en/a.md': ['2026-01-04 Write again'] });
  });

  test('knows files with umlauts, spaces and quotation marks in their names', async () => {
    const names = ['de/größe/über uns.md', 'de/größe/„Zitat“ & "quote".md', 'de/größe/tab\there.md'];
    const repository = new ARepository();
    for (const name of names) repository.write(name, name);
    repository.commit('2026-01-02', 'Schöne Grüße\n\nA body that is not part of the subject.');
    expect(await historyOf(repository.dir)).toEqual(
      Object.fromEntries(names.map((name) => [name, ['2026-01-02 Schöne Grüße']])),
    );
  });

  test('has nothing on files that are not committed', async () => {
    const repository = new ARepository().write('en/a.md', 'one').commit('2026-01-02', 'Write');
    repository.write('en/b.md', 'two').write('en/a.md', 'changed');
    expect(await historyOf(repository.dir)).toEqual({ 'en/a.md': ['2026-01-02 Write'] });
  });

  test('counts the day on which a commit was recorded, in the order of the commits', async () => {
    const repository = new ARepository().write('en/a.md', 'one').commit('2026-03-01', 'Write');
    repository.write('en/a.md', 'two').commit('2026-02-01', 'Edit with a clock that is slow');
    expect(await historyOf(repository.dir)).toEqual({
      'en/a.md': ['2026-02-01 Edit with a clock that is slow', '2026-03-01 Write'],
    });
  });

  test('keeps a commit before those that follow it on any branch, whatever the clock said', async () => {
    const repository = new ARepository().write('en/a.md', LONG).commit('2026-06-01', 'Write on a fast clock');
    repository.git('checkout', '--quiet', '-b', 'edit');
    repository.write('en/a.md', `${LONG}More.\n`).commit('2026-01-04', 'Add more');
    repository.git('checkout', '--quiet', 'main');
    repository
      .write('en/a.md', `Less.\n${LONG}`)
      .commit('2026-06-03', 'Add less')
      .merge('2026-06-05', 'edit');
    expect(await historyOf(repository.dir)).toEqual({
      'en/a.md': [
        // It brought both edits together: a text of its own.
        '2026-06-05 Merge edit',
        '2026-06-03 Add less',
        '2026-01-04 Add more',
        '2026-06-01 Write on a fast clock',
      ],
    });
  });

  test('names the content after each change, and the place where the file stood then', async () => {
    const repository = new ARepository().write('content/en/old/a.md', LONG).commit('2026-01-02', 'Write');
    repository.git('mv', 'content/en/old', 'content/en/new');
    repository.commit('2026-02-02', 'Rename the category');
    repository.write('content/en/new/a.md', `${LONG}More.\n`).commit('2026-03-02', 'Add more');
    const { commits } = await readHistory(path.join(repository.dir, 'content'));
    const long = repository.git('rev-parse', 'HEAD~1:content/en/new/a.md').trim();
    const longer = repository.git('rev-parse', 'HEAD:content/en/new/a.md').trim();
    expect(commits.get('en/new/a.md')?.map(({ subject, blob, path: at }) => [subject, blob, at])).toEqual([
      ['Add more', longer, undefined],
      ['Rename the category', long, undefined],
      ['Write', long, 'en/old/a.md'],
    ]);
  });

  test('names the content that a merge made of two edits', async () => {
    const repository = new ARepository().write('en/a.md', LONG).commit('2026-01-02', 'Write');
    repository.git('checkout', '--quiet', '-b', 'edit');
    repository.write('en/a.md', `${LONG}More.\n`).commit('2026-01-03', 'Add more');
    repository.git('checkout', '--quiet', 'main');
    repository
      .write('en/a.md', `Less.\n${LONG}`)
      .commit('2026-01-04', 'Add less')
      .merge('2026-01-05', 'edit');
    const { commits } = await readHistory(repository.dir);
    expect(commits.get('en/a.md')?.[0]?.blob).toBe(repository.git('rev-parse', 'HEAD:en/a.md').trim());
  });

  test('knows what authors declare of a commit', async () => {
    const repository = new ARepository();
    const declare = (day: string, subject: string, ...trailers: string[]) =>
      repository.write('en/a.md', day).commit(day, `${subject}\n\nWhy.\n\n${trailers.join('\n')}`);
    declare('2026-01-02', 'Typing error', 'Edit: minor', 'Reviewed-by: Ada');
    declare('2026-01-03', 'New pictures', 'EDIT: Major', 'resolves-feedback: 1F0C9A52');
    declare(
      '2026-01-04',
      'Mend both',
      'Resolves-feedback: 1f0c9a52,',
      '  0e9d8c7b; aaaaaaaa',
      'Resolves-feedback: bbbbbbbb',
    );
    declare('2026-01-05', 'Undecided', 'Edit: minor', 'Edit: major');
    declare('2026-01-06', 'Nothing known', 'Edit: huge');
    declare('2026-01-07', 'Nothing', 'Edit the text: minor things');
    const { commits } = await readHistory(repository.dir);
    expect(commits.get('en/a.md')?.map(({ day, edit, resolves }) => [day, edit, resolves])).toEqual([
      ['2026-01-07', undefined, undefined],
      ['2026-01-06', undefined, undefined],
      ['2026-01-05', 'major', undefined],
      ['2026-01-04', undefined, ['1f0c9a52', '0e9d8c7b', 'aaaaaaaa', 'bbbbbbbb']],
      ['2026-01-03', 'major', ['1f0c9a52']],
      ['2026-01-02', 'minor', undefined],
    ]);
  });
});

describe('a history that cannot be read', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('of a shallow clone is refused, with the command that fetches the rest', async () => {
    const whole = new ARepository()
      .write('en/a.md', 'one')
      .commit('2024-01-02', 'Write')
      .write('en/b.md', 'two')
      .commit('2026-01-02', 'Write another');
    const clone = path.join(aFolder(), 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth=1', pathToFileURL(whole.dir).href, clone]);
    const failure = await failureOf(clone);
    expect(failure.message).toBe(
      'Cannot tell when articles last changed: this is a shallow clone, without the older history.',
    );
    expect(failure.hint).toContain('git fetch --unshallow');
    expect(failure).not.toBeInstanceOf(NoHistory);

    execFileSync('git', ['fetch', '--quiet', '--unshallow'], { cwd: clone });
    expect(await historyOf(clone)).toEqual({
      'en/a.md': ['2024-01-02 Write'],
      'en/b.md': ['2026-01-02 Write another'],
    });
  });

  test('outside of a repository says how to begin one', async () => {
    const dir = aFolder();
    const failure = await failureOf(dir);
    expect(failure).toBeInstanceOf(NoHistory);
    expect(failure.message).toBe(
      `Cannot tell when articles last changed: ${dir} is not in a git repository.`,
    );
    expect(failure.hint).toContain('git init');
  });

  test('without commits says how to commit', async () => {
    const repository = new ARepository().write('en/a.md', 'one');
    const failure = await failureOf(repository.dir);
    expect(failure).toBeInstanceOf(NoHistory);
    expect(failure.message).toBe('Cannot tell when articles last changed: nothing is committed yet.');
    expect(failure.hint).toContain('git commit');
  });

  test('without git says where to get it', async () => {
    const repository = new ARepository().write('en/a.md', 'one').commit('2026-01-02', 'Write');
    vi.stubEnv('PATH', aFolder());
    const failure = await failureOf(repository.dir);
    expect(failure).toBeInstanceOf(NoHistory);
    expect(failure.message).toBe('Cannot tell when articles last changed: git is not installed.');
  });

  test('of a broken repository gives the words of git', async () => {
    const repository = new ARepository().write('en/a.md', 'one').commit('2026-01-02', 'Write');
    repository.write('.git/config', '[core');
    const failure = await failureOf(repository.dir);
    expect(failure).not.toBeInstanceOf(NoHistory);
    expect(failure.hint).toContain('bad config');
  });

  test('is the same whatever people have set for git', async () => {
    const repository = new ARepository()
      .write('en/a.md', 'one')
      .commit('2026-01-02', 'Schöner\n\nEdit: minor');
    const before = await readHistory(repository.dir);
    for (const [name = '', value = ''] of [
      ['log.showRoot', 'false'],
      ['i18n.logOutputEncoding', 'ISO-8859-1'],
      ['trailer.separators', '=#'],
      ['diff.renames', 'false'],
      ['log.date', 'relative'],
      ['color.ui', 'always'],
    ]) {
      repository.git('config', name, value);
    }
    expect(await readHistory(repository.dir)).toEqual(before);
    expect(before.commits.get('en/a.md')).toMatchObject([{ subject: 'Schöner', edit: 'minor' }]);
  });

  test('does not follow the variables of a git hook into another repository', async () => {
    const other = new ARepository().write('other.md', 'one').commit('2026-01-02', 'Elsewhere');
    const repository = new ARepository().write('en/a.md', 'one').commit('2026-01-02', 'Here');
    vi.stubEnv('GIT_DIR', path.join(other.dir, '.git'));
    expect(await historyOf(repository.dir)).toEqual({ 'en/a.md': ['2026-01-02 Here'] });
  });
});
