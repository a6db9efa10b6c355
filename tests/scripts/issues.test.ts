import { expect, test } from 'vitest';
import { type IssuesGiven, runIssues, TRACKERS } from '../../scripts/issues.ts';
import type { Article } from '../../src/core/article.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { ArticleSeries } from '../../src/core/series/vote-series.ts';
import { siteSchema } from '../../src/core/site.ts';
import { UserError } from '../../src/core/user-error.ts';
import { anArticle, feedbackOn } from '../core/an-article.ts';
import { SITE } from '../core/rules/work.ts';
import { ATracker, TOKEN } from '../trackers/a-tracker.ts';

const refund = anArticle({ frontmatter: { owner: 'billing-team' } });
const site = siteSchema.parse({ ...SITE, audit: { assignees: { office: 'octocat' } } });

function unhelpful(article: Article, given: Partial<Finding> = {}): Finding {
  return {
    rule: 'unhelpful',
    severity: 'warning',
    article: article.id,
    locale: article.locale,
    file: article.path,
    line: 2,
    message: 'It helped 12 of 40 readers who voted.',
    hint: 'Read the comments.',
    impact: 100,
    ...(article.frontmatter.owner && { owner: article.frontmatter.owner }),
    ...given,
  };
}

/** The votes since the last change of substance, which was on the given day. */
function votes(article: Article, helpful: number, unhelpful: number, day = '2026-08-02') {
  const feedback = feedbackOn(article, { helpful, unhelpful });
  const commit = { hash: 'abc', day, subject: 'Mend it' };
  const series: ArticleSeries = {
    current: { versions: [{ revision: article.revision, commit }], feedback },
  };
  return new Map([[article.path, series]]);
}

interface Outcome {
  printed: string[];
  said: string[];
}

async function run(
  tracker: (typeof TRACKERS)[number],
  server: ATracker,
  given: Partial<IssuesGiven> = {},
): Promise<Outcome> {
  const outcome: Outcome = { printed: [], said: [] };
  await runIssues({
    tracker,
    findings: [],
    articles: [refund],
    series: new Map(),
    site,
    today: server.today,
    missing: new Set(),
    env: server.env,
    print: (line) => outcome.printed.push(line),
    say: (line) => outcome.said.push(line),
    wait: async () => {},
    ...given,
  });
  return outcome;
}

test.each(TRACKERS)('%s: an article gets one issue, however often the audit runs', async (name) => {
  const server = await ATracker.start(name);
  const findings = [unhelpful(refund), unhelpful(refund, { rule: 'review-due', impact: 10 })];
  expect(await run(name, server, { findings })).toEqual({
    printed: [],
    said: [`${name === 'github' ? 'GitHub' : 'GitLab'}: 1 issue made.`],
  });
  expect(server.issues).toMatchObject([
    {
      title: 'Mend “Get a refund” (en)',
      state: 'open',
      labels: ['kundig', 'owner: billing-team'],
      assignees: [],
    },
  ]);
  const before = structuredClone(server.issues);
  const { said } = await run(name, server, { findings });
  expect(said[0]).toMatch(/: 0 issues made, 1 unchanged\.$/);
  expect(server.issues).toEqual(before);
  expect(server.changes()).toEqual(['POST']);
});

test.each(TRACKERS)('%s: an issue is assigned to the account of its owner', async (name) => {
  const server = await ATracker.start(name);
  const article = anArticle({ frontmatter: { owner: 'office' } });
  await run(name, server, { findings: [unhelpful(article)], articles: [article] });
  expect(server.issues).toMatchObject([{ labels: ['kundig'], assignees: ['octocat'] }]);

  // To another owner it goes with what people added to it.
  server.issues[0]?.labels.push('by hand');
  server.issues[0]?.assignees.push('hubot');
  await run(name, server, { findings: [unhelpful(refund)] });
  expect(server.issues).toMatchObject([
    { labels: ['kundig', 'by hand', 'owner: billing-team'], assignees: ['hubot'] },
  ]);
});

test.each(TRACKERS)('%s: an issue says what is so today, and keeps what people wrote', async (name) => {
  const server = await ATracker.start(name);
  await run(name, server, { findings: [unhelpful(refund)] });
  const [issue] = server.issues;
  if (!issue) throw new Error('no issue');
  issue.title = 'The refund page is bad';
  issue.body += 'We wait for the lawyers.\n\n- [ ] ask again\n';
  await run(name, server, { findings: [unhelpful(refund, { message: 'It helped 20 of 60.' })] });
  expect(issue.body).toContain('It helped 20 of 60.');
  expect(issue.body).not.toContain('12 of 40');
  expect(issue.body).toMatch(/\nWe wait for the lawyers\.\n\n- \[ \] ask again\n$/);
  expect(issue.title).toBe('The refund page is bad');
  expect(issue.labels).toEqual(['kundig', 'owner: billing-team']);
});

test.each(TRACKERS)(
  '%s: an edit alone closes nothing, good votes do, and bad ones open it again',
  async (name) => {
    const server = await ATracker.start(name);
    const findings = [unhelpful(refund)];
    await run(name, server, { findings, series: votes(refund, 12, 28) });
    const [issue] = server.issues;

    await run(name, server, { series: votes(refund, 0, 0) });
    expect(issue?.state).toBe('open');
    expect(issue?.body).toContain('Edited on 2026-08-02; waiting for votes: none so far.');
    expect((await run(name, server, { series: votes(refund, 0, 0) })).said[0]).toContain('1 unchanged');

    await run(name, server, { series: votes(refund, 3, 1) });
    expect(issue?.state).toBe('open');
    expect(issue?.body).toContain('3 of 4 readers who voted found it helpful so far');

    await run(name, server, { series: votes(refund, 14, 1) });
    expect(issue?.state).toBe('closed');
    expect(issue?.body).toContain('It helps again: 14 of 15 readers who voted found it helpful.');
    expect((await run(name, server, { series: votes(refund, 15, 1) })).said[0]).toContain('1 unchanged');

    await run(name, server, { findings, series: votes(refund, 15, 40) });
    expect(issue?.state).toBe('open');
    expect(issue?.body).toContain('It helped 12 of 40');
    expect(server.issues).toHaveLength(1);
  },
);

test.each(TRACKERS)(
  '%s: work that is not about votes is done when nothing is found any more',
  async (name) => {
    const server = await ATracker.start(name);
    await run(name, server, { findings: [unhelpful(refund, { rule: 'review-due' })] });
    await run(name, server);
    expect(server.issues).toMatchObject([{ state: 'closed' }]);
    expect(server.issues[0]?.body).toContain('Nothing is left to mend.');
  },
);

test.each(TRACKERS)(
  '%s: of thirty tasks of one owner ten are made a week, those of most readers first',
  async (name) => {
    const server = await ATracker.start(name);
    const articles = Array.from({ length: 30 }, (_, place) =>
      anArticle({
        id: `billing/a${place}`,
        frontmatter: { title: `Article ${place}`, owner: 'billing-team' },
      }),
    );
    const other = anArticle({ id: 'shop/voucher', frontmatter: { title: 'Voucher', owner: 'shop-team' } });
    const given = {
      articles: [...articles, other],
      findings: [
        ...articles.map((article, place) => unhelpful(article, { impact: 100 + ((place * 7) % 30) })),
        unhelpful(other, { impact: 1 }),
      ],
    };
    const counts = () =>
      Map.groupBy(server.issues, ({ labels }) => labels[1])
        .values()
        .map((own) => own.length)
        .toArray();
    const { said } = await run(name, server, given);
    expect(said[0]).toMatch(/: 11 issues made; 20 more wait for another week\.$/);
    expect(counts()).toEqual([10, 1]);
    const best = given.findings
      .slice(0, 30)
      .sort((a, b) => (b.impact ?? 0) - (a.impact ?? 0))
      .slice(0, 10)
      .map(({ article }) => `Mend “Article ${article?.slice('billing/a'.length)}” (en)`);
    expect(server.issues.slice(0, 10).map(({ title }) => title)).toEqual(best);

    server.today = '2026-08-07';
    await run(name, server, given);
    expect(counts()).toEqual([10, 1]);
    server.today = '2026-08-08';
    await run(name, server, given);
    expect(counts()).toEqual([20, 1]);
    server.today = '2026-08-15';
    await run(name, server, given);
    expect(counts()).toEqual([30, 1]);
  },
);

test.each(TRACKERS)('%s: a run that broke off is gone on with where it stopped', async (name) => {
  const server = await ATracker.start(name);
  const articles = Array.from({ length: 6 }, (_, place) => anArticle({ id: `billing/a${place}` }));
  const given = { articles, findings: articles.map((article) => unhelpful(article)) };
  server.instead.push({ method: 'POST', after: 2, answer: { status: 502, body: '<html>' } });
  await expect(run(name, server, given)).rejects.toThrow(UserError);
  expect(server.issues).toHaveLength(2);
  await run(name, server, given);
  expect(new Set(server.issues.map(({ body }) => body.split('\n')[0])).size).toBe(6);
  expect(server.issues).toHaveLength(6);
});

test('GitHub: pull requests are no issues, whatever they carry', async () => {
  const server = await ATracker.start('github');
  await run('github', server, { findings: [unhelpful(refund)] });
  const [issue] = server.issues;
  if (!issue) throw new Error('no issue');
  issue.isPullRequest = true;
  await run('github', server, { findings: [unhelpful(refund)] });
  expect(server.issues).toHaveLength(2);
});

test.each(TRACKERS)('%s: a dry run reads the issues and prints the calls', async (name) => {
  const server = await ATracker.start(name);
  const other = anArticle({ id: 'shop/voucher' });
  await run(name, server, { findings: [unhelpful(refund, { rule: 'review-due' })] });
  const { printed, said } = await run(name, server, {
    dryRun: true,
    articles: [refund, other],
    findings: [unhelpful(other)],
  });
  expect(printed).toHaveLength(2);
  expect(printed[0]).toContain(name === 'github' ? '--request PATCH' : '--request PUT');
  expect(printed[1]).toContain('--request POST');
  expect(printed.join()).not.toContain(TOKEN);
  expect(said[0]).toMatch(/: 1 issue to make, 1 to close\.$/);
  expect(server.changes()).toEqual(['POST']);
});

test.each(TRACKERS)('%s: without a token the calls are printed, and nothing is sent', async (name) => {
  const server = await ATracker.start(name);
  const env = { ...server.env, GITHUB_TOKEN: '', GITLAB_TOKEN: undefined };
  const { printed, said } = await run(name, server, { env, findings: [unhelpful(refund)] });
  expect(printed).toHaveLength(1);
  expect(said[0]).toBe(
    `No ${name.toUpperCase()}_TOKEN: these calls would make the issues if there were none yet.`,
  );
  expect(server.requests).toEqual([]);
});

test('a rule that could not look this time closes nothing', async () => {
  const server = await ATracker.start('github');
  const article = anArticle({ frontmatter: { owner: 'billing-team' } });
  await run('github', server, { findings: [unhelpful(article)], series: votes(article, 12, 28) });
  const before = structuredClone(server.issues);
  await run('github', server, { missing: new Set(['votes']), series: new Map() });
  expect(server.issues).toEqual(before);
});

test.each([
  [{}, 'Nobody has said in which repository the issues are.'],
  [{ repository: 'help' }, 'help is not a repository.'],
  [{ repository: 'a/b/c' }, 'a/b/c is not a repository.'],
  [{ repository: '../help' }, '../help is not a repository.'],
  [{ repository: 'a/b?c' }, 'a/b?c is not a repository.'],
])('a repository that cannot be is refused: %o', async (given, message) => {
  const server = await ATracker.start('github');
  await expect(run('github', server, { env: {}, ...given })).rejects.toThrow(message);
});
