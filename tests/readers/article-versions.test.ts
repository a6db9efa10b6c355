import { expect, test } from 'vitest';
import { vocabulariesOf } from '../../src/core/series/kinds-of-edits.ts';
import { UserError } from '../../src/core/user-error.ts';
import { readVersions, type VersionsTask } from '../../src/readers/article-versions.ts';
import { readContent } from '../../src/readers/content-folder.ts';
import { readHistory } from '../../src/readers/git-history.ts';
import { articleText, SITE } from '../content-folder.ts';
import { ARepository, aFolder } from './a-repository.ts';

const NAMES = ['cancel', 'invoice', 'refund', 'return', 'support'];

/** Five articles that were written, mended and rewritten, of which every text is wanted. */
async function aTask(): Promise<VersionsTask> {
  const repository = new ARepository()
    .write('site.yaml', SITE)
    .write('en/billing/index.md', '---\ntitle: Billing\ndescription: Money.\n---\n');
  for (const [day, text] of [
    ['2026-01-01', 'You will recieve it within'],
    ['2026-01-02', 'You will receive it within'],
    ['2026-01-03', 'Ask for it within'],
  ] as const) {
    for (const name of NAMES)
      repository.write(
        `en/billing/${name}.md`,
        articleText('', `${text} ${10 + NAMES.indexOf(name)} days.\n`),
      );
    repository.commit(day, text);
  }
  const { articles, dir } = await readContent(repository.dir);
  const { commits } = await readHistory(dir);
  return {
    dir,
    commits,
    vocabularies: vocabulariesOf(articles, ['en']),
    wanted: articles.map((article) => ({ article, revisions: new Set(['aaaaaaaaaaaa']) })),
  };
}

test('two threads read what one reads, in the same order', async () => {
  const task = await aTask();
  const alone = await readVersions(task, 1);
  expect(alone.map((versions) => versions.map(({ edit }) => edit))).toEqual(
    NAMES.map(() => ['substance', 'spelling', undefined]),
  );
  expect(new Set(alone.map(([version]) => version?.revision)).size).toBe(NAMES.length);
  expect(await readVersions(task, 2)).toEqual(alone);
});

test('what the other thread refuses is told like what this one refuses', async () => {
  const task = { ...(await aTask()), dir: aFolder() };
  const hintOf = (threads: number) =>
    readVersions(task, threads).then(
      () => 'nothing was refused',
      (error: unknown) => (error instanceof UserError ? `${error.message} ${error.hint}` : String(error)),
    );
  const alone = await hintOf(1);
  expect(alone).toContain('not in a git repository');
  expect(await hintOf(2)).toBe(alone);
});
