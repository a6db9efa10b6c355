import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { FeedbackStore } from '../../src/stores/feedback-store.ts';
import { openStore } from '../../src/stores/open.ts';
import { contentFolder } from '../content-folder.ts';
import { runScript } from './run-script.ts';

const REFUND = `---
# Ours
title: "Get a refund"
description: How to get your money back.
type: faq
questions: # as customers ask
    - How do I send it back?
tags: [ refund,payment ]
---

We pay within a week.
`;
const INVOICE = `---
title: Download an invoice
description: Where your invoices are.
type: how-to
---

Open “Invoices” in your account.
`;
const SYNONYMS = `# Words of customers
en:
  - [invoice, receipt] # paper
`;

/** A help centre with two articles, a group of synonyms, and a database. */
async function aHelpCentre() {
  const dir = await contentFolder({
    'en/billing/refund.md': REFUND,
    'en/billing/invoice.md': INVOICE.replaceAll('\n', '\r\n'),
    'synonyms.yaml': SYNONYMS,
  });
  const database = path.join(dir, '.feedback.db');
  const store = await openStore(database);
  return { dir, database, store, options: ['--content', dir, '--database', database] };
}

/** Somebody searches, takes a result, and votes on it. */
async function ask(store: FeedbackStore, query: string, article: string, day: number, helpful = true) {
  const received = new Date(`2026-03-0${day}T10:00:00Z`);
  const search = randomUUID();
  await store.addSignals(
    [
      { id: search, kind: 'search', locale: 'en', query, results: 4 },
      { id: randomUUID(), kind: 'open', locale: 'en', search, article, position: 4 },
    ],
    received,
  );
  await store.addVote(
    { id: randomUUID(), article, locale: 'en', revision: '0123456789ab', helpful, search },
    received,
  );
}

/** Three readers ask for a refund and for an invoice in words that the articles do not use. */
async function askInOtherWords(store: FeedbackStore): Promise<void> {
  for (const day of [1, 2, 3]) {
    await ask(store, 'reimbursement: when?', 'billing/refund', day);
    await ask(store, 'download my bill', 'billing/invoice', day);
  }
  await ask(store, 'bill', 'billing/invoice', 3);
  await store.close();
}

const LEARNT_REFUND = REFUND.replace('back?\n', 'back?\n    - "reimbursement: when?"\n');
const LEARNT_INVOICE = INVOICE.replace('how-to\n', 'how-to\nquestions:\n  - download my bill\n').replaceAll(
  '\n',
  '\r\n',
);
const LEARNT_SYNONYMS = SYNONYMS.replace('receipt]', 'receipt, bill]');

test('the patch is taken by git, changes nothing else, and leaves a folder without mistakes', async () => {
  const { dir, store, options } = await aHelpCentre();
  await askInOtherWords(store);
  const patch = path.join(dir, '.learnt.patch');
  const { code, stdout, stderr } = await runScript('learn', ...options, '--output', patch);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(
    '2 questions for 2 articles and 1 synonym, each from at least 3 readers on 2 days.',
  );
  expect(stdout).toContain(`git -C ${dir} apply ${patch}`);
  expect(await readFile(patch, 'utf8')).toContain(
    '# 3 readers on 3 days asked “download my bill” and said yes; search showed it at place 4\n',
  );
  expect(await readFile(path.join(dir, 'en/billing/refund.md'), 'utf8')).toBe(REFUND);

  await git(dir, 'init', '--quiet');
  await git(dir, 'apply', '--check', patch);
  await git(dir, 'apply', patch);
  const [refund, invoice, synonyms] = await contentsOf(dir);
  expect(refund).toBe(LEARNT_REFUND);
  expect(invoice).toBe(LEARNT_INVOICE);
  expect(synonyms).toBe(LEARNT_SYNONYMS);
  expect(await runScript('check', '--content', dir)).toMatchObject({ code: 0 });

  const again = await runScript('learn', ...options);
  expect(again.stdout).toBe('');
  expect(again.stderr).toContain('Nothing to propose: 7 searches led to an article that helped');
});

test('it is printed alone, so that it can be piped', async () => {
  const { store, options } = await aHelpCentre();
  await askInOtherWords(store);
  const { code, stdout, stderr } = await runScript('learn', ...options);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^# 3 readers .*\n--- a\/en\/billing\/invoice\.md\n/);
  expect(stderr).toContain('2 questions for 2 articles and 1 synonym');
});

test('with --apply the files are written at once', async () => {
  const { dir, store, options } = await aHelpCentre();
  await askInOtherWords(store);
  const { code, stdout } = await runScript('learn', ...options, '--apply');
  expect(code).toBe(0);
  expect(stdout).toContain('en/billing/refund.md\n  3 readers on 3 days asked “reimbursement: when?”');
  expect(await contentsOf(dir)).toEqual([LEARNT_REFUND, LEARNT_INVOICE, LEARNT_SYNONYMS]);
});

test('other programs get JSON, also where there is nothing', async () => {
  const { store, options } = await aHelpCentre();
  const nothing = await runScript('learn', ...options, '--format', 'json');
  expect({ code: nothing.code, json: JSON.parse(nothing.stdout) }).toEqual({
    code: 0,
    json: { version: 1, proposals: [] },
  });
  await askInOtherWords(store);
  const { stdout } = await runScript('learn', ...options, '--format', 'json');
  expect(JSON.parse(stdout).proposals).toMatchObject([
    { kind: 'question', article: 'billing/invoice', question: 'download my bill', readers: 3, days: 3 },
    { kind: 'question', article: 'billing/refund', question: 'reimbursement: when?' },
    { kind: 'synonym', locale: 'en', known: 'invoice', asked: 'bill' },
  ]);
});

test('a file whose list only its author can add to is named, and the rest goes on', async () => {
  const { dir, store, options } = await aHelpCentre();
  await writeFile(
    path.join(dir, 'en/billing/refund.md'),
    REFUND.replace('tags: [ refund,payment ]', 'tags: *q').replace('questions: #', 'questions: &q #'),
  );
  await askInOtherWords(store);
  const { code, stdout, stderr } = await runScript('learn', ...options);
  expect(code).toBe(0);
  expect(stdout).not.toContain('+++ b/en/billing/refund.md');
  expect(stdout).toContain('invoice.md');
  expect(stderr).toContain('en/billing/refund.md cannot be added to as it is written');
  expect(stderr).toContain('asked “reimbursement: when?”');
});

test('what two readers said, what did not help, and what tells who asked, is not proposed', async () => {
  const { store, options } = await aHelpCentre();
  for (const day of [1, 2]) await ask(store, 'reimbursement: when?', 'billing/refund', day);
  for (const day of [1, 2, 3]) {
    await ask(store, 'parcel is broken', 'billing/refund', day, false);
    await ask(store, 'refund for order 48213', 'billing/refund', day);
  }
  await store.close();
  const { code, stdout, stderr } = await runScript('learn', ...options);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '',
    stderr:
      'Nothing to propose: 5 searches led to an article that helped, but no new phrasing has 3 readers on 2 days yet. ' +
      '3 were left out because they may tell who asked.\n',
  });
});

test('a database that does not exist is not made', async () => {
  const dir = await contentFolder({});
  const database = path.join(dir, 'none.db');
  const { code, stderr } = await runScript('learn', '--content', dir, '--database', database);
  expect(code).toBe(3);
  expect(stderr).toContain(`There is no feedback to learn from: ${database} does not exist.`);
  expect(existsSync(database)).toBe(false);
});

test.each([
  [['--min-readers', '2'], /at least 3/],
  [['--min-readers', 'many'], /at least 3/],
  [['--format', 'pie'], /--format/],
  [['--apply', '--output', 'x'], /--apply/],
])('%j is used wrongly', async (args, message) => {
  const { code, stderr } = await runScript('learn', ...args);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});

async function contentsOf(dir: string): Promise<string[]> {
  const files = ['en/billing/refund.md', 'en/billing/invoice.md', 'synonyms.yaml'];
  return Promise.all(files.map((file) => readFile(path.join(dir, file), 'utf8')));
}

async function git(dir: string, ...args: string[]): Promise<void> {
  await promisify(execFile)('git', args, { cwd: dir });
}
