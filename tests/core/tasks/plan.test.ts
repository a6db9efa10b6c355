import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import type { Finding } from '../../../src/core/finding.ts';
import type { ArticleSeries } from '../../../src/core/series/vote-series.ts';
import { siteSchema } from '../../../src/core/site.ts';
import type { Issue, IssueChange } from '../../../src/core/tasks/issue.ts';
import { readMark, writeMark } from '../../../src/core/tasks/mark.ts';
import { type PlanGiven, planTasks, type TaskPlan } from '../../../src/core/tasks/plan.ts';
import { anArticle, feedbackOn } from '../an-article.ts';
import { SITE } from '../rules/work.ts';

const refund = anArticle({ frontmatter: { owner: 'billing-team' } });

function finding(given: Partial<Finding> = {}): Finding {
  return {
    rule: 'unhelpful',
    severity: 'warning',
    article: 'billing/refund',
    locale: 'en',
    file: 'en/billing/refund.md',
    line: 2,
    message: 'It helped too few.',
    hint: 'Read the comments.',
    impact: 100,
    owner: 'billing-team',
    ...given,
  };
}

function plan(given: Partial<PlanGiven> = {}): TaskPlan {
  return planTasks({
    findings: [],
    articles: [refund],
    existing: [],
    series: new Map(),
    site: SITE,
    today: '2026-08-01',
    voteRules: new Set(['unhelpful', 'got-worse']),
    idle: new Set(),
    ...given,
  });
}

/** What a plan does, in few words. */
function named({ create, update, close, reopen, unchanged, postponed }: TaskPlan): string[] {
  return [
    ...create.map(({ title }) => `create ${title}`),
    ...update.map(({ number }) => `update ${number}`),
    ...close.map(({ number }) => `close ${number}`),
    ...reopen.map(({ number }) => `reopen ${number}`),
    ...unchanged.map((number) => `leave ${number}`),
    ...postponed.map(({ title }) => `postpone ${title}`),
  ];
}

/** The issue that a plan for these findings makes. */
function issueFor(findings: Finding[], given: Partial<Issue> = {}): Issue {
  const [made] = plan({ findings }).create;
  if (!made) throw new Error('no issue was made');
  return { ...made, number: 7, isOpen: true, created: new Date('2026-07-01T08:00:00Z'), ...given };
}

/** The issue as it is after a change. */
function after(issue: Issue, changes: readonly IssueChange[]): Issue {
  const [change] = changes;
  if (!change) throw new Error('no change');
  const { state, ...more } = change;
  return { ...issue, ...more, isOpen: state ? state === 'open' : issue.isOpen };
}

function votes(article: Article, helpful: number, unhelpful: number): Map<string, ArticleSeries> {
  const feedback = feedbackOn(article, { helpful, unhelpful });
  return new Map([[article.path, { current: { versions: [{ revision: article.revision }], feedback } }]]);
}

test('an issue holds all that was found, what costs most readers first, with words of readers as code', () => {
  const [issue] = plan({
    findings: [
      finding({
        rule: 'readability',
        severity: 'hint',
        impact: 3,
        message: 'Sentences are long.',
        hint: 'Cut them.',
      }),
      finding({
        since: '2026-05-04',
        comments: [
          { id: '0198', day: '2026-07-30', text: '@octocat\n/close <b>it</b>' },
          { id: '0197', day: '2026-07-29', text: 'wrong `price`' },
        ],
        proposal: { file: 'synonyms.yaml', text: 'en:\n  - [a, b]\n' },
      }),
    ],
  }).create;
  expect(issue?.title).toBe('Mend “Get a refund” (en)');
  expect(
    issue?.body.replace(/"digest":"[0-9a-f]{12}"/, '"digest":"…"'),
  ).toBe(`<!-- kundig: en billing/refund {"owner":"billing-team","rules":["readability","unhelpful"],"awaitsVotes":true,"digest":"…"} -->
\`en/billing/refund.md\` · owner: billing-team

### unhelpful

It helped too few. (warning, since 2026-05-04, en/billing/refund.md:2)

**To mend:** Read the comments.

> \`@octocat /close <b>it</b>\` (2026-07-30, \`Resolves-feedback: 0198\`)
>
> \`\` wrong \`price\` \`\` (2026-07-29, \`Resolves-feedback: 0197\`)

For \`synonyms.yaml\`:

\`\`\`yaml
en:
  - [a, b]
\`\`\`

### readability

Sentences are long. (hint, en/billing/refund.md:2)

**To mend:** Cut them.

---
Kundig keeps the text above up to date. What you write below stays.
<!-- kundig: notes -->
`);
});

test('what people wrote below an issue stays, and nothing that a reader wrote is taken for it', () => {
  const said = { id: '0198', day: '2026-07-30', text: 'x\n<!-- kundig: notes -->\ny' };
  const issue = issueFor([finding({ comments: [said] })]);
  for (const end of ['\n', '\r\n']) {
    const body = `${issue.body}Asked the bank.\n`.replaceAll('\n', end);
    const { update } = plan({ findings: [finding()], existing: [{ ...issue, body }] });
    expect(update[0]?.body).toBe(`${issueFor([finding()]).body}Asked the bank.${end}`);
  }
});

test('hints alone make no task, and leave none open', () => {
  const hint = finding({ rule: 'readability', severity: 'hint' });
  expect(named(plan({ findings: [hint] }))).toEqual([]);
  const issue = issueFor([finding({ rule: 'review-due' }), hint]);
  expect(named(plan({ findings: [hint], existing: [issue] }))).toEqual(['close 7']);
});

test('each language of an article has an issue of its own, and so has a file that is no article', () => {
  const german = anArticle({ locale: 'de', frontmatter: { title: 'Geld zurück' } });
  const gap = finding({ article: undefined, file: 'en/billing/index.md', owner: undefined, impact: 1 });
  const findings = [gap, finding(), finding({ locale: 'de', file: 'de/billing/refund.md', impact: 200 })];
  expect(named(plan({ findings, articles: [refund, german] }))).toEqual([
    'create Mend “Geld zurück” (de)',
    'create Mend “Get a refund” (en)',
    'create Mend en/billing/index.md',
  ]);
});

test('a finding in another file belongs to the issue of its article', () => {
  const [issue, ...others] = plan({
    findings: [finding({ rule: 'unfindable', file: 'queries.yaml', line: 7 }), finding({ impact: 1 })],
  }).create;
  expect(others).toEqual([]);
  expect(issue?.body).toContain('\n`en/billing/refund.md` · owner');
  expect(issue?.body).toContain('(warning, queries.yaml:7)');
});

test('an issue that a person closed stays closed while the same is found, until there is something else', () => {
  const closed = issueFor([finding()], { isOpen: false });
  expect(
    named(plan({ findings: [finding({ message: 'It helped even fewer.' })], existing: [closed] })),
  ).toEqual(['leave 7']);
  const findings = [finding(), finding({ rule: 'dead-link' })];
  expect(named(plan({ findings, existing: [closed] }))).toEqual(['reopen 7']);
});

test('an issue that a person closed after mending it is opened when the same comes back', () => {
  const closed = issueFor([finding()], { isOpen: false });
  const settled = plan({ existing: [closed] });
  expect(named(settled)).toEqual(['update 7']);
  const quiet = after(closed, settled.update);
  expect(named(plan({ existing: [quiet] }))).toEqual(['leave 7']);
  expect(named(plan({ findings: [finding()], existing: [quiet] }))).toEqual(['reopen 7']);
});

test('an article that is taken from the site needs no votes for its issue to be closed', () => {
  const result = plan({ articles: [], existing: [issueFor([finding()])] });
  expect(named(result)).toEqual(['close 7']);
  expect(result.close[0]?.body).toContain('The article has been taken from the site.');
});

test.each([
  [
    'silenced for the article',
    { articles: [anArticle({ frontmatter: { silence: [{ rule: 'unhelpful', reason: 'Law' }] } })] },
  ],
  ['turned off', { site: siteSchema.parse({ ...SITE, audit: { severity: { unhelpful: 'off' } } }) }],
])('votes that are %s are not waited for', (_, given) => {
  expect(named(plan({ existing: [issueFor([finding()])], ...given }))).toEqual(['close 7']);
});

test('other work on the article does not make the audit forget that votes are waited for', () => {
  const issue = issueFor([finding()]);
  const due = finding({ rule: 'review-due' });
  const result = plan({ findings: [due], existing: [issue], series: votes(refund, 1, 0) });
  expect(named(result)).toEqual(['update 7']);
  expect(result.update[0]?.body).toContain(
    'Waiting for votes: 1 of 1 readers who voted found it helpful so far.',
  );
  const later = after(issue, result.update);
  expect(named(plan({ existing: [later], series: votes(refund, 1, 0) }))).toEqual(['update 7']);
  expect(named(plan({ existing: [later], series: votes(refund, 9, 0) }))).toEqual(['close 7']);
});

test.each([
  ['of its own', { idle: new Set(['dead-link']) }, finding({ rule: 'dead-link' })],
  ['of votes', { idle: new Set(['unhelpful', 'got-worse']) }, finding()],
])('an issue is left alone while a rule %s cannot look', (_, given, found) => {
  expect(named(plan({ existing: [issueFor([found])], ...given }))).toEqual(['leave 7']);
});

test('what a rule found that cannot look today stays noted when there is news', () => {
  const issue = issueFor([finding({ rule: 'dead-link' })]);
  const result = plan({
    findings: [finding()],
    existing: [issue],
    idle: new Set(['dead-link']),
  });
  expect(named(result)).toEqual(['update 7']);
  expect(readMark(result.update[0]?.body ?? '')?.rules).toEqual(['dead-link', 'unhelpful']);
});

test('of two issues for one article the first is gone on with', () => {
  const issue = issueFor([finding()]);
  expect(named(plan({ findings: [finding()], existing: [{ ...issue, number: 9 }, issue] }))).toEqual([
    'leave 7',
  ]);
});

test('issues without the mark of the audit are none of its business', () => {
  const issue = issueFor([finding()]);
  const strange = [
    { ...issue, body: '' },
    { ...issue, body: `Look:\n${issue.body}` },
    { ...issue, body: issue.body.replace('{', '{{') },
    { ...issue, body: issue.body.replace('"rules"', '"rulers"') },
  ];
  expect(named(plan({ existing: strange }))).toEqual([]);
});

test('only tasks of the last seven days count against the limit, whoever closed them since', () => {
  const site = siteSchema.parse({ ...SITE, audit: { newTasksPerWeek: 1 } });
  const other = anArticle({ id: 'billing/other', frontmatter: { title: 'Other', owner: 'billing-team' } });
  const on = (day: string) => ({
    findings: [finding({ article: 'billing/other', file: other.path })],
    articles: [refund, other],
    existing: [issueFor([finding()], { isOpen: false, created: new Date(`${day}T23:59:00Z`) })],
    site,
  });
  expect(named(plan(on('2026-07-26')))).toContain('postpone Mend “Other” (en)');
  expect(named(plan(on('2026-07-25')))).toContain('create Mend “Other” (en)');
});

test('a mark is read as it was written, whatever it holds', () => {
  const mark = {
    key: 'en billing/refund',
    owner: 'a -->"\\ {b}',
    rules: ['x'],
    awaitsVotes: true,
    digest: 'd',
  };
  expect(writeMark(mark)).not.toMatch(/-->.*-->/);
  expect(readMark(`${writeMark(mark)}\r\nand more`)).toEqual(mark);
});

test('an issue is no longer than a tracker takes', () => {
  const comments = Array.from({ length: 30 }, (_, place) => ({
    id: String(place),
    day: '2026-07-30',
    text: 'x'.repeat(1000),
  }));
  const findings = Array.from({ length: 9 }, (_, place) => finding({ rule: `rule-${place}`, comments }));
  const [issue] = plan({ findings }).create;
  expect(issue?.body.length).toBeLessThan(50_000);
  expect(issue?.body).toContain('20 more in `npm run audit`.');
  expect(issue?.body).toContain('5 more: `npm run audit` lists them.');
});

test('whatever is found, a plan that was carried out leaves nothing to do', () => {
  const articles = ['a', 'b', 'c'].map((name) =>
    anArticle({ id: `billing/${name}`, frontmatter: { owner: 'team' } }),
  );
  const run = fc.record({
    found: fc.subarray(
      articles.flatMap(({ id, path }) =>
        ['unhelpful', 'got-worse', 'dead-link', 'readability'].map((rule) =>
          finding({ rule, article: id, file: path, ...(rule === 'readability' && { severity: 'hint' }) }),
        ),
      ),
    ),
    votes: fc.array(fc.tuple(fc.nat(20), fc.nat(5)), { minLength: 3, maxLength: 3 }),
    closed: fc.array(fc.nat(2), { maxLength: 2 }),
    idle: fc.subarray(['unhelpful', 'got-worse', 'dead-link']),
  });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 6 }), (runs) => {
      let existing: Issue[] = [];
      for (const { found, votes: cast, closed, idle } of runs) {
        // Between two runs, people close issues.
        existing = existing.map((issue, place) =>
          closed.includes(place) ? { ...issue, isOpen: false } : issue,
        );
        const given = {
          findings: found.filter(({ rule }) => !idle.includes(rule)),
          articles,
          existing,
          series: new Map(
            articles.flatMap((article, place) => [...votes(article, ...(cast[place] ?? [0, 0]))]),
          ),
          idle: new Set(idle),
        };
        existing = carriedOut(plan(given), existing);
        const again = plan({ ...given, existing });
        expect(named(again)).toEqual(existing.map(({ number }) => `leave ${number}`));
      }
    }),
  );
});

/** The issues of a tracker after everything that a plan says was done. */
function carriedOut({ create, update, close, reopen }: TaskPlan, existing: readonly Issue[]): Issue[] {
  const changes = [...update, ...close, ...reopen];
  return [
    ...existing.map((issue) => {
      const own = changes.filter(({ number }) => number === issue.number);
      return own.length > 0 ? after(issue, own) : issue;
    }),
    ...create.map((issue, place) => ({
      ...issue,
      number: existing.length + place + 1,
      isOpen: true,
      created: new Date('2026-08-01T08:00:00Z'),
    })),
  ];
}
