import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/stores/open.ts';
import { ARepository } from '../readers/a-repository.ts';
import { ATracker } from '../trackers/a-tracker.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../../scripts/audit.ts');
const TODAY = '2026-08-01';

/** A help centre with an article that readers do not find by their words, and a golden query that is not met. */
function aHelpCentre(): ARepository {
  const article = (title: string, owner: string) =>
    `---\ntitle: ${title}\ndescription: How and when.\ntype: how-to\nowner: ${owner}\nreviewed: 2026-07-01\n---\n\nDo it at any time.\n`;
  return new ARepository()
    .write('site.yaml', 'title: { en: Help }\nurl: https://help.example.com\nlocales: [en]\n')
    .write('queries.yaml', '- { locale: en, query: gift card, article: account/delete }\n')
    .write('en/account/index.md', '---\ntitle: Account\ndescription: Yours.\n---\n')
    .write('en/account/delete.md', article('Delete your account', 'account-team'))
    .write('en/account/password.md', article('Change your password', 'account-team'))
    .write('en/account/invoice.md', article('Download an invoice', 'billing-team'))
    .commit('2026-07-01', 'Begin the help centre');
}

/** Searches that found nothing, so many for each query, ten days before the audit or on another day. */
async function searchInVain(
  database: string,
  counts: Record<string, number>,
  day = '2026-07-22',
): Promise<void> {
  const store = await openStore(database);
  const signals = Object.entries(counts).flatMap(([query, count]) =>
    Array.from({ length: count }, () => ({
      id: randomUUID(),
      locale: 'en',
      kind: 'search' as const,
      query,
      results: 0,
    })),
  );
  await store.addSignals(signals, new Date(`${day}T10:00:00Z`));
  // Without a single vote, the audit asks whether it looks at the right place.
  const vote = { article: 'account/password', locale: 'en', revision: 'aaaaaaaaaaaa', helpful: true };
  await store.addVote({ id: randomUUID(), ...vote }, new Date(`${day}T10:00:00Z`));
  await store.close();
}

function audit(
  dir: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  const given = ['--content', dir, '--today', TODAY, ...args];
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env.PATH, ...env } };
    execFile(process.execPath, [SCRIPT, ...given], options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

test('the audit lists what readers of the last 90 days searched for in vain, and golden queries that are not met', async () => {
  const { dir } = aHelpCentre();
  const database = path.join(dir, 'feedback.db');
  await searchInVain(database, {
    'delete profile': 8,
    'Delete  PROFILE': 2,
    'gift card': 6,
    'stereo tuner': 3,
  });
  await searchInVain(database, { 'stereo tuner': 50 }, '2026-04-01');

  const list = ['--feedback', database, '--rule', 'search-gap,unfindable', '--format', 'json'];
  const { code, out } = await audit(dir, list);
  const { findings } = JSON.parse(out);
  expect(findings).toMatchObject([
    {
      rule: 'search-gap',
      article: 'account/delete',
      owner: 'account-team',
      impact: 10,
      proposal: { file: 'synonyms.yaml', text: 'en:\n  - [account, profile]\n' },
    },
    {
      rule: 'search-gap',
      file: 'en/account/index.md',
      impact: 6,
      proposal: { file: 'en/account/gift-card.md' },
    },
    {
      rule: 'unfindable',
      article: 'account/delete',
      file: 'queries.yaml',
      line: 1,
      owner: 'account-team',
      impact: 3,
    },
  ]);
  expect(code).toBe(0);
  expect((await audit(dir, list)).out).toBe(out);
});

test.each(['github', 'gitlab'] as const)(
  'the audit keeps issues on %s, one for each article',
  async (kind) => {
    const { dir } = aHelpCentre();
    const database = path.join(dir, 'feedback.db');
    await searchInVain(database, { 'delete profile': 8 });
    const server = await ATracker.start(kind);
    const run = ['--feedback', database, '--issues', kind];

    const printed = await audit(dir, [...run, '--dry-run'], server.env);
    expect(printed.out).toMatch(/^curl .*'[^']*\/issues'\n$/);
    expect(server.issues).toEqual([]);

    const { code, out, err } = await audit(dir, run, server.env);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/Git(?:Hub|Lab): 1 issue made\.\n$/),
    });
    expect(server.issues).toMatchObject([
      { title: 'Mend “Delete your account” (en)', labels: ['kundig', 'owner: account-team'] },
    ]);
    expect(server.issues[0]?.body).toContain('```yaml\nen:\n  - [account, profile]\n```');
    expect((await audit(dir, run, server.env)).err).toContain('0 issues made, 1 unchanged.');
    expect(server.changes()).toEqual(['POST']);
  },
);

test('a tracker that refuses is told with what to do, and exit code 3', async () => {
  const { dir } = aHelpCentre();
  const server = await ATracker.start('github');
  const env = { ...server.env, GITHUB_TOKEN: 'wrong' };
  const { code, out, err } = await audit(dir, ['--without', 'votes', '--issues', 'github'], env);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toBe(
    'GitHub does not accept the token in GITHUB_TOKEN (Bad credentials).\n' +
      'Make a new one; the old one may have expired.\n',
  );
});
