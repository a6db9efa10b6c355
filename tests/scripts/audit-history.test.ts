import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/readers/content-folder.ts';
import { openStore } from '../../src/stores/open.ts';
import { articleText, SITE } from '../content-folder.ts';
import { ARepository, aFolder } from '../readers/a-repository.ts';
import { runScript } from './run-script.ts';

const FILE = 'en/billing/refund.md';

interface Votes {
  article: string;
  revision: string;
  unhelpful: number;
  comment?: string;
  /** If not 20 July 2026. */
  day?: string;
}

/** So many votes against texts of articles, in a database of their own. */
async function databaseOf(...all: Votes[]): Promise<{ database: string; ids: string[] }> {
  const database = path.join(aFolder(), 'feedback.db');
  const store = await openStore(database);
  const ids: string[] = [];
  for (const { article, revision, unhelpful, comment, day = '2026-07-20' } of all) {
    const at = new Date(`${day}T10:00:00Z`);
    for (let count = 0; count < unhelpful; count++) {
      const id = randomUUID();
      ids.push(id);
      await store.addVote({ id, article, locale: 'en', revision, helpful: false }, at);
      if (comment) await store.changeVote(id, { reason: 'outdated', comment }, at);
    }
  }
  await store.close();
  return { database, ids };
}

async function revisionIn(dir: string, file: string): Promise<string> {
  const article = (await readContent(dir)).articles.find((one) => one.path === file);
  if (!article) throw new Error(`no article in ${file}`);
  return article.revision;
}

function audit(dir: string, database: string, ...args: string[]) {
  return runScript('audit', '--content', dir, '--feedback', database, '--today', '2026-08-01', ...args);
}

const aHelpCentre = () =>
  new ARepository()
    .write('site.yaml', SITE)
    .write('en/billing/index.md', '---\ntitle: Billing\ndescription: Money.\n---\n')
    .write(FILE, articleText('reviewed: 2026-07-01\n', 'Within 14 days.\n'))
    .commit('2026-07-01', 'Write');

test('votes outlive formatting and a new place of the article, and end with what it says', async () => {
  const repository = aHelpCentre();
  const { dir } = repository;
  const revision = await revisionIn(dir, FILE);
  const { database } = await databaseOf({ article: 'billing/refund', revision, unhelpful: 12 });
  const listed = async () => (await audit(dir, database, '--rule', 'unhelpful')).stdout;
  expect(await listed()).toContain('It helped 0 of 12 readers who voted');
  repository
    .write(FILE, articleText('reviewed: 2026-07-02\n', '- Within **14** days.\n'))
    .commit('2026-07-21', 'Make it a list');
  repository.git('mv', 'en/billing', 'en/money');
  expect(await listed()).not.toContain('It helped');
  repository.commit('2026-07-22', 'Rename the category');
  expect(await listed()).toContain('It helped 0 of 12 readers who voted');
  repository.write('en/money/refund.md', articleText('reviewed: 2026-07-02\n', 'Within 30 days.\n'));
  expect(await listed()).not.toContain('It helped');
});

test('what counts for nothing is said, in the same words whenever it is asked', async () => {
  const repository = aHelpCentre().write('en/billing/new.md', articleText('reviewed: 2026-07-01\n'));
  const { dir } = repository.commit('2099-01-01', 'Write with a clock that is fast');
  const revision = await revisionIn(dir, FILE);
  const { database } = await databaseOf(
    { article: 'billing/refund', revision, unhelpful: 1 },
    { article: 'billing/refund', revision: 'aaaaaaaaaaaa', unhelpful: 2 },
    { article: 'billing/deleted', revision: 'aaaaaaaaaaaa', unhelpful: 3 },
    { article: 'billing/refund', revision, unhelpful: 4, day: '2026-08-02' },
  );
  const first = await audit(dir, database, '--format', 'json');
  expect(first.code).toBe(0);
  expect(first.stderr).toContain('Commits that bear a day after 2026-08-01 and count as made on it: 1.');
  expect(first.stderr).toContain('Votes that do not count, on texts that git does not know: 2.');
  expect(first.stderr).toContain('Votes that do not count, on articles that are no longer there: 3.');
  expect(first.stderr).toContain('that came in after 2026-08-01 and do not count: 4.');
  expect(first.stderr).toContain('1 vote since their last change of substance');
  expect(await audit(dir, database, '--format', 'json')).toEqual(first);
});

test('a comment leaves the list with the commit that names it', async () => {
  const repository = aHelpCentre();
  const { dir } = repository;
  const revision = await revisionIn(dir, FILE);
  const comment = 'It has been 30 days since June.';
  const { database, ids } = await databaseOf(
    { article: 'billing/refund', revision, unhelpful: 1, comment },
    { article: 'billing/refund', revision, unhelpful: 15 },
  );
  const quoted = async () => (await audit(dir, database, '--rule', 'unhelpful', '--format', 'json')).stdout;
  expect(JSON.parse(await quoted()).findings[0].comments).toEqual([
    { id: ids[0], day: '2026-07-20', text: comment },
  ]);
  repository
    .write(FILE, articleText('reviewed: 2026-07-01\n', 'Within *14* days.\n'))
    .commit('2026-07-25', `It stays at 14\n\nResolves-feedback: ${ids[0]?.slice(0, 8)}`);
  expect(JSON.parse(await quoted()).findings[0].comments).toEqual([]);
});
