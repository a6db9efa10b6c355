import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { readContent } from '../../src/readers/content-folder.ts';
import { openStore } from '../../src/stores/open.ts';
import { ARepository, aFolder } from '../readers/a-repository.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const SITE = `title: { en: Help, de: Hilfe }
url: https://help.example.com
locales: [en, de]
`;

function anArticle(title: string, more = '', text = 'Within 14 days.'): string {
  return `---
title: ${title}
description: How and when.
type: how-to
reviewed: 2026-07-01
${more}---

${text}
`;
}

/** A help centre of three articles in a repository, all in order on the first of August 2026. */
function aHelpCentre(): ARepository {
  return new ARepository()
    .write('site.yaml', SITE)
    .write('en/billing/index.md', '---\ntitle: Billing\ndescription: Money.\n---\n')
    .write('de/billing/index.md', '---\ntitle: Rechnung\ndescription: Geld.\n---\n')
    .write('en/billing/refund.md', anArticle('Get a refund', 'owner: billing-team\n'))
    .write('en/billing/invoice.md', anArticle('Find your invoice', 'owner: office\n'))
    .write('de/billing/invoice.md', anArticle('Rechnung finden', 'owner: office\n'))
    .commit('2026-07-01', 'Begin the help centre');
}

interface Votes {
  file: string;
  helpful: number;
  unhelpful: number;
}

/** Casts votes on the present text of an article, each "no" because it is out of date. */
async function vote(dir: string, database: string, { file, helpful, unhelpful }: Votes): Promise<void> {
  const article = (await readContent(dir)).articles.find((one) => one.path === file);
  if (!article) throw new Error(`no article in ${file}`);
  const store = await openStore(database);
  const at = new Date('2026-07-20T10:00:00Z');
  for (let count = 0; count < helpful + unhelpful; count++) {
    const given = {
      id: randomUUID(),
      article: article.id,
      locale: article.locale,
      revision: article.revision,
    };
    await store.addVote({ ...given, helpful: count < helpful }, at);
    if (count >= helpful) await store.changeVote(given.id, { reason: 'outdated' }, at);
  }
  await store.close();
}

interface Outcome {
  code: number;
  out: string;
  err: string;
}

function audit(dir: string, ...args: string[]): Promise<Outcome> {
  const given = ['--content', dir, '--today', '2026-08-01', ...args];
  if (!args.includes('--feedback')) given.push('--without', 'votes');
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join(ROOT, 'scripts/audit.ts'), ...given], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

function findingsIn({ out }: Outcome): Finding[] {
  return JSON.parse(out).findings;
}

test('an article that readers vote down is listed first, with what they say, and no longer once it is rewritten', async () => {
  const helpCentre = aHelpCentre().write(
    'en/billing/invoice.md',
    anArticle('Find your invoice', 'owner: office\nreviewEvery: 10 days\n'),
  );
  const { dir } = helpCentre;
  const database = path.join(dir, 'feedback.db');
  await vote(dir, database, { file: 'en/billing/refund.md', helpful: 5, unhelpful: 25 });
  await vote(dir, database, { file: 'en/billing/invoice.md', helpful: 9, unhelpful: 1 });

  const { code, out } = await audit(dir, '--feedback', database);
  expect(out).toBe(
    `${dir}/en/billing/refund.md:2 error unhelpful: It helped 5 of 30 readers who voted: 17 % (probably 7 to 34 % of ` +
      'all readers), where 60 % are wanted. Most common reason: out of date (25 of 25). Compare it with the product ' +
      'as it is today, and correct what has changed. (owner billing-team, since 2026-07-20, impact 30)\n' +
      `${dir}/en/billing/refund.md:2 warning reason: 25 of 30 readers who voted say that it is out of date: 83 % ` +
      '(probably 66 to 93 %), where 10 % are too many. Compare it with the product as it is today, and correct what ' +
      'has changed. (owner billing-team, since 2026-07-20, impact 25)\n' +
      `${dir}/en/billing/invoice.md:5 warning review-due: The review of 2026-07-01 was good for 10 days, until ` +
      '2026-07-11. Try what it says, correct it, then set `reviewed: 2026-08-01`. ' +
      '(owner office, since 2026-07-11, impact 1)\n' +
      '1 error, 2 warnings in 2 files.\n' +
      'Looked at 3 articles and 40 votes since their last change of substance.\n',
  );
  expect(code).toBe(0);

  helpCentre.write(
    'en/billing/refund.md',
    anArticle('Get a refund', '', 'Within 30 days, by bank transfer.'),
  );
  const after = await audit(dir, '--feedback', database, '--format', 'json');
  expect(findingsIn(after).map(({ rule }) => rule)).toEqual(['review-due']);
});

test('a help centre that is in order has nothing to mend', async () => {
  const { dir } = aHelpCentre();
  expect(await audit(dir)).toEqual({
    code: 0,
    out: 'Nothing to mend.\nLooked at 3 articles and 0 votes since their last change of substance.\n',
    err: '',
  });
});

test('without any votes the audit says how to come by some, and how to do without; no database is made', async () => {
  const { dir } = aHelpCentre();
  const place = path.join(dir, 'no-such.db');
  const { code, out, err } = await audit(dir, '--feedback', place);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain(`There are no votes: ${place} does not exist.`);
  expect(err).toContain('npm run audit -- --without votes');
  expect(existsSync(place)).toBe(false);
});

test('a translation is listed when the words of its source change, with the revision to write', async () => {
  const helpCentre = aHelpCentre();
  const { dir } = helpCentre;
  const [source] = (await readContent(dir)).articles.filter(({ path }) => path === 'en/billing/invoice.md');
  const translates = `translates: { id: billing/invoice, revision: ${source?.revision} }\n`;
  helpCentre
    .write('de/billing/invoice.md', anArticle('Rechnung finden', translates))
    .commit('2026-07-02', 'Name it');
  expect(findingsIn(await audit(dir, '--format', 'json'))).toEqual([]);

  const owner = 'owner: office\n';
  helpCentre.write('en/billing/invoice.md', anArticle('Find your invoice', owner, 'Within **14** days.'));
  expect(findingsIn(await audit(dir, '--format', 'json'))).toEqual([]);

  helpCentre.write('en/billing/invoice.md', anArticle('Find your invoice', owner, 'In your account.'));
  helpCentre.commit('2026-07-09', 'Say where it is');
  const [changed] = (await readContent(dir)).articles.filter(({ path }) => path === 'en/billing/invoice.md');
  expect(findingsIn(await audit(dir, '--format', 'json'))).toEqual([
    {
      rule: 'translation-behind',
      severity: 'warning',
      article: 'billing/invoice',
      locale: 'de',
      file: 'de/billing/invoice.md',
      line: 6,
      message:
        'The source en/billing/invoice.md has changed since it was translated, on 2026-07-09 (“Say where it is”).',
      hint: `Bring over what changed, then set \`revision: ${changed?.revision}\` under \`translates\`.`,
      owner: null,
      category: 'billing',
      impact: 0,
      since: '2026-07-09',
      figure: null,
      comments: [],
      proposal: null,
      proven: null,
    },
  ]);
});

test('the list is cut to an owner, a language, rules and a length', async () => {
  const { dir } = aHelpCentre();
  const database = path.join(dir, 'feedback.db');
  await vote(dir, database, { file: 'en/billing/invoice.md', helpful: 1, unhelpful: 29 });
  const filesOf = async (...args: string[]) => {
    const outcome = await audit(
      dir,
      '--feedback',
      database,
      '--today',
      '2027-06-01',
      '--format',
      'json',
      ...args,
    );
    return findingsIn(outcome).map(({ rule, file }) => `${rule} ${file}`);
  };
  const due = ['review-due en/billing/invoice.md', 'review-due de/billing/invoice.md'];
  const voted = ['unhelpful en/billing/invoice.md', 'reason en/billing/invoice.md'];
  expect(await filesOf('--owner', 'office')).toEqual([...voted, ...due]);
  expect(await filesOf('--category', 'billing', '--locale', 'de')).toEqual([due[1]]);
  expect((await filesOf('--since', '2026-08-01')).sort()).toEqual(
    ['review-due en/billing/refund.md', ...due].sort(),
  );
  expect(await filesOf('--rule', 'review-due, review-soon', '--locale', 'de', '--top', '3')).toEqual([
    due[1],
  ]);
  const { out } = await audit(dir, '--today', '2027-06-01', '--top', '2');
  expect(out).toContain('These are the first 2 of 3.\n');
});

test.each([
  [['--owner', 'ofice'], 'No article has the owner ofice.\nDid you mean office?\n'],
  [['--locale', 'fr'], 'The site has no language fr.\nName one of en, de.\n'],
  [['--category', 'biling'], 'There is no category biling.\nDid you mean billing?\n'],
])('%j is a slip, not a help centre in order', async (args, err) => {
  const { dir } = aHelpCentre();
  expect(await audit(dir, ...args)).toEqual({ code: 3, out: '', err });
});

test('votes fail a build only once they prove it, and shown or not', async () => {
  const { dir } = aHelpCentre();
  const database = path.join(dir, 'feedback.db');
  await vote(dir, database, { file: 'en/billing/invoice.md', helpful: 20, unhelpful: 27 });
  const codeOf = async (...args: string[]) => (await audit(dir, '--feedback', database, ...args)).code;
  expect(await codeOf('--fail-on', 'error', '--fail-on', 'unhelpful')).toBe(0);
  await vote(dir, database, { file: 'en/billing/refund.md', helpful: 0, unhelpful: 8 });
  expect(await codeOf('--fail-on', 'warning', '--locale', 'de')).toBe(0);
  expect(await codeOf('--fail-on', 'review-due,error', '--top', '1')).toBe(1);
});

test('an overdue review fails a build, but not that of the branch that touches the article', async () => {
  const helpCentre = aHelpCentre();
  const { dir } = helpCentre;
  helpCentre.git('branch', 'before');
  helpCentre
    .write('en/billing/refund.md', anArticle('Get a refund', '', 'Within 14 days, by bank.'))
    .commit('2027-05-31', 'Mend a word');
  const codeOf = async (...args: string[]) =>
    (await audit(dir, '--today', '2027-06-01', '--fail-on', 'review-due', '--locale', 'en', ...args)).code;
  expect(await codeOf('--base', 'before')).toBe(1);
  helpCentre.write('en/billing/invoice.md', anArticle('Find your invoice', '', 'In your account today.'));
  expect(await codeOf('--base', 'before')).toBe(0);
  expect(await codeOf()).toBe(1);
  const unknown = await audit(dir, '--fail-on', 'review-due', '--base', 'no-such-branch');
  expect({ code: unknown.code, out: unknown.out }).toEqual({ code: 3, out: '' });
});

test('a shallow clone is refused, with the command that mends it', async () => {
  const repository = aHelpCentre().write('README.md', 'Hello').commit('2026-07-03', 'Explain');
  const clone = path.join(aFolder(), 'clone');
  execFileSync('git', ['clone', '--quiet', '--depth=1', pathToFileURL(repository.dir).href, clone]);
  const { code, out, err } = await audit(clone);
  expect(code).toBe(3);
  expect(out).toBe('');
  expect(err).toContain('git fetch --unshallow');
});

test('without any history the audit says how to begin one, and how to do without', async () => {
  const { dir } = aHelpCentre();
  execFileSync('rm', ['-r', path.join(dir, '.git')]);
  const { code, out, err } = await audit(dir, '--today', '2027-06-01');
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain('git init');
  expect(err).toContain('npm run audit -- --without history');
  const without = await audit(dir, '--today', '2027-06-01', '--without', 'history', '--rule', 'review-due');
  expect(without.code).toBe(0);
  expect(without.out).toContain('3 warnings in 3 files.');
});

test('a repository in which nothing is committed is named as such', async () => {
  const { dir } = new ARepository().write('site.yaml', SITE);
  const { code, out, err } = await audit(dir);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain('nothing is committed yet');
});

test('articles that cannot be read are not passed over in silence', async () => {
  const { dir } = aHelpCentre().write('en/billing/broken.md', '---\ntitle: [\n---\n\nText.\n');
  const { code, err } = await audit(dir);
  expect(code).toBe(0);
  expect(err).toMatch(/Not all could be read \(\d+ mistakes?\): npm run check says where\./);
});

test.each([
  ['title: { en: Help }\n', 'site.yaml:'],
  ['title: [', 'site.yaml:'],
])('settings that cannot be used are named with their line: %j', async (text, start) => {
  const { dir } = aHelpCentre().write('site.yaml', text);
  const { code, out, err } = await audit(dir);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toMatch(new RegExp(`^${start}\\d+ `, 'm'));
  expect(err).toContain('npm run check');
  expect(err).not.toContain('    at ');
});

test.each([
  [['--rule', 'unhelpfl'], 'did you mean unhelpful?'],
  [['--rule', ' , '], 'Name some of unhelpful,'],
  [['--top', '0'], 'Give a whole number from 1.'],
  [['--today', '2026-02-30'], 'Write a day that exists'],
])('%j is used wrongly', async (args, says) => {
  const { code, out, err } = await audit('content', ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(says);
});

// A collector that says nothing is given up after 30 seconds, which this audit must not wait for.
test('what is wrong with the articles is told at once, although the feedback is still awaited', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => silent.closeAllConnections());
  onTestFinished(() => void silent.close());
  const { dir } = aHelpCentre().write('site.yaml', 'title: [');
  const { port } = silent.address() as AddressInfo;
  const script = path.join(ROOT, 'scripts/audit.ts');
  const child = execFile(
    process.execPath,
    [script, '--content', dir, '--feedback', `http://127.0.0.1:${port}`],
    { env: { ...process.env, FEEDBACK_TOKEN: 'secret' } },
  );
  onTestFinished(() => void child.kill());
  const [code] = await once(child, 'close');
  expect(code).toBe(3);
}, 20_000);

test('a folder that is not there is named', async () => {
  const { code, err } = await audit(path.join(aFolder(), 'nowhere'));
  expect(code).toBe(3);
  expect(err).toContain('There is no content folder at ');
});
