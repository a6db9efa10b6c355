import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/readers/content-folder.ts';
import { openStore } from '../../src/stores/open.ts';
import { contentFolder } from '../content-folder.ts';
import { ARepository, aFolder } from '../readers/a-repository.ts';
import { runScript } from './run-script.ts';

const SITE = 'title: { en: Help, de: Hilfe }\nurl: https://help.example.com\nlocales: [en, de]\n';

function anArticle(title: string, owner: string, reviewed = '2026-07-01'): string {
  return `---
title: ${title}
description: How and when.
type: how-to
reviewed: ${reviewed}
owner: ${owner}
---

Within 14 days.
`;
}

const FILES = {
  'site.yaml': SITE,
  'en/billing/index.md': '---\ntitle: Billing\ndescription: Money.\n---\n',
  'en/billing/refund.md': anArticle('Get a refund', 'billing-team'),
  'en/billing/invoice.md': anArticle('Find your invoice', 'office', '2025-07-01'),
};

/** A help centre of two articles in a repository. */
function aHelpCentre(): ARepository {
  const repository = new ARepository();
  for (const [file, text] of Object.entries(FILES)) repository.write(file, text);
  return repository.commit('2026-07-01', 'Begin the help centre');
}

/** A database in which so many readers voted on the refund, each day as many. */
async function votesOn(dir: string, days: readonly (readonly [day: string, yes: number, no: number])[]) {
  const database = path.join(aFolder(), 'feedback.db');
  const { articles } = await readContent(dir);
  const article = articles.find(({ id }) => id === 'billing/refund');
  if (!article) throw new Error('no such article');
  const store = await openStore(database);
  for (const [day, yes, no] of days) {
    for (let count = 0; count < yes + no; count++) {
      const vote = { id: randomUUID(), article: article.id, locale: 'en', revision: article.revision };
      await store.addVote({ ...vote, helpful: count < yes }, new Date(`${day}T10:00:00Z`));
    }
  }
  await store.close();
  return database;
}

function digest(dir: string, database: string, ...more: string[]) {
  const given = ['--digest', '--content', dir, '--feedback', database, '--today', '2026-08-15', ...more];
  return runScript('report', ...given);
}

test('the last seven whole days are compared with the seven before, and the owner is told what to do', async () => {
  const { dir } = aHelpCentre();
  const database = await votesOn(dir, [
    ['2026-07-31', 1, 0], // too early for either week
    ['2026-08-01', 4, 0],
    ['2026-08-07', 3, 1],
    ['2026-08-08', 0, 10],
    ['2026-08-10', 1, 9],
    ['2026-08-12', 1, 10],
    ['2026-08-14', 1, 10],
    ['2026-08-15', 1, 0], // a day that is not over
  ]);
  const { code, stdout, stderr } = await digest(dir, database);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^# The week at Help\n\nAugust 8, 2026 to August 14, 2026, compared with August 1, 2026 to August 7, 2026\.\n/,
  );
  expect(stdout).toContain(
    '- **7%** of 42 votes say that the answer helped (2 to 19%). Worse: −80 points, more than chance explains\n',
  );
  expect(stdout).toContain(
    '- ▼ Worse: **[Get a refund](<https://help.example.com/en/billing/refund/>)**. ' +
      '7% of 42 votes say that it helped; before, it was 88%.\n',
  );
  expect(stdout).toContain(
    '## What to do\n\n**office**\n\n' +
      '- [Find your invoice](<https://help.example.com/en/billing/invoice/>): ' +
      'Its review is due: confirm the answer, or mend it.\n',
  );
});

test('another last day moves the week', async () => {
  const { dir } = aHelpCentre();
  const database = await votesOn(dir, [['2026-08-02', 5, 5]]);
  const { code, stdout } = await digest(dir, database, '--to', '2026-08-04');
  expect(code).toBe(0);
  expect(stdout).toContain('July 29, 2026 to August 4, 2026, compared with July 22, 2026 to July 28, 2026.');
  expect(stdout).toContain('**50%** of 10 votes');
});

test('without a git history and without votes it goes on and says what is missing', async () => {
  const dir = await contentFolder(FILES);
  const database = await votesOn(dir, []);
  const { code, stdout, stderr } = await digest(dir, database);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Nothing came in this week.');
  expect(stdout).toContain('Without a git history,');
  expect(stdout).toContain('Nobody has voted yet,');
});

test('it is a mail in German where that is wanted, in a file', async () => {
  const { dir } = aHelpCentre();
  const database = await votesOn(dir, [['2026-08-10', 2, 28]]);
  const file = path.join(aFolder(), 'mail.html');
  const more = ['--format', 'html', '--locale', 'de', '--audit', 'https://ci.example.com/audit.html'];
  const { code, stdout } = await digest(dir, database, ...more, '--output', file);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Wrote ${file}: 2026-08-08 to 2026-08-14.\n` });
  const page = readFileSync(file, 'utf8');
  expect(page).toContain('<html lang="de">');
  expect(page).toContain('Er hilft zu wenigen (7\u00a0% von 30): Antwort neu schreiben.');
  expect(page).toContain('<a href="https://ci.example.com/audit.html" style=');
});

test('a place that cannot be read is an error, not a week in which nothing happened', async () => {
  const dir = await contentFolder(FILES);
  const { code, stdout, stderr } = await digest(dir, path.join(dir, 'no.db'));
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toContain('There is no feedback to report on:');
  expect(stderr).toContain('npm run report -- --demo');
});
