import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import type { FeedbackSummary } from '../../../src/core/feedback.ts';
import type { Finding } from '../../../src/core/finding.ts';
import type { Commit } from '../../../src/core/history.ts';
import { findWork, rules } from '../../../src/core/rules/index.ts';
import { siteSchema } from '../../../src/core/site.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';

const SITE = siteSchema.parse({
  title: { en: 'Help' },
  url: 'https://help.example.com',
  locales: ['en', 'de'],
});

interface Given {
  articles: Article[];
  feedback?: FeedbackSummary;
  /** Days of the commits of each file, newest first. */
  commits?: Record<string, string[]>;
  today?: string;
}

function work({ articles, feedback = aSummary(), commits = {}, today = '2026-08-01' }: Given): Finding[] {
  const entries = Object.entries(commits).map(([path, days]): [string, Commit[]] => [
    path,
    days.map((day) => ({ hash: day, day, subject: 'Edit' })),
  ]);
  return findWork({ site: SITE, articles, feedback, history: { commits: new Map(entries) }, today }).findings;
}

/** What was found, in few words. */
function named(findings: Finding[]): string[] {
  return findings.map(({ rule, file }) => `${rule} ${file}`);
}

test('every rule has a name of its own', () => {
  expect(rules.map(({ name }) => name)).toEqual([
    'unhelpful',
    'translation-behind',
    'review-due',
    'review-soon',
  ]);
});

describe('review-due and review-soon', () => {
  test.each([
    ['long before', '2026-06-30', undefined],
    ['15 days before it falls due', '2026-06-30', undefined],
    ['14 days before it falls due', '2026-07-01', 'review-soon'],
    ['the day before it falls due', '2026-07-14', 'review-soon'],
    ['the day on which it falls due', '2026-07-15', 'review-due'],
    ['a year later', '2027-07-15', 'review-due'],
  ])('%s', (_, today, rule) => {
    const article = anArticle({ frontmatter: { reviewed: '2026-01-15' } });
    expect(work({ articles: [article], today }).map((one) => one.rule)).toEqual(rule ? [rule] : []);
  });

  test('say until when the last review was good, at the line of the review, and for whom', () => {
    const article = anArticle({ frontmatter: { owner: 'billing-team', reviewed: '2026-01-15' } });
    expect(work({ articles: [article], today: '2026-08-01' })).toEqual([
      {
        rule: 'review-due',
        severity: 'warning',
        article: 'billing/refund',
        locale: 'en',
        file: 'en/billing/refund.md',
        line: 6,
        owner: 'billing-team',
        message: 'The review of 2026-01-15 was good for 6 months, until 2026-07-15.',
        hint: 'Try what it says, correct it, then set `reviewed: 2026-08-01`.',
        impact: 0,
        since: '2026-07-15',
      },
    ]);
    const [soon] = work({ articles: [article], today: '2026-07-14' });
    expect(soon).toMatchObject({
      severity: 'hint',
      line: 6,
      message: 'The review of 2026-01-15 is good for 1 more day, until 2026-07-15.',
    });
  });

  test.each([
    ['faq', '2027-01-15'],
    ['how-to', '2026-07-15'],
    ['troubleshooting', '2026-07-15'],
    ['reference', '2027-01-15'],
  ] as const)('take the interval of %s from the site', (type, due) => {
    const articles = [anArticle({ frontmatter: { type, reviewed: '2026-01-15' } })];
    expect(work({ articles, today: due })).toMatchObject([{ rule: 'review-due', since: due }]);
    expect(named(work({ articles, today: '2026-06-01' }))).toEqual([]);
  });

  test('take the interval of the article before that of its type', () => {
    const articles = [anArticle({ frontmatter: { reviewed: '2026-01-15', reviewEvery: '30 days' } })];
    expect(work({ articles, today: '2026-02-14' })).toMatchObject([
      { rule: 'review-due', since: '2026-02-14' },
    ]);
  });

  test('announce a review that lasts a week only in the second half of it', () => {
    const articles = [anArticle({ frontmatter: { reviewed: '2026-01-01', reviewEvery: '7 days' } })];
    expect(named(work({ articles, today: '2026-01-04' }))).toEqual([]);
    expect(named(work({ articles, today: '2026-01-05' }))).toEqual(['review-soon en/billing/refund.md']);
  });

  test('are not put off by an edit', () => {
    const articles = [anArticle({ frontmatter: { reviewed: '2026-01-15' }, updated: '2026-07-31' })];
    const commits = { 'en/billing/refund.md': ['2026-07-31', '2026-01-15'] };
    expect(work({ articles, commits })).toMatchObject([{ rule: 'review-due', since: '2026-07-15' }]);
  });

  test('count from the first commit where nobody has ever reviewed the article', () => {
    const articles = [anArticle()];
    const commits = { 'en/billing/refund.md': ['2026-07-31', '2026-01-10'] };
    expect(work({ articles, commits })).toMatchObject([
      {
        rule: 'review-due',
        line: 2,
        message: 'It was never reviewed since it was written on 2026-01-10; a review was due on 2026-07-10.',
        since: '2026-07-10',
      },
    ]);
    expect(work({ articles, commits, today: '2026-07-09' })).toMatchObject([
      {
        rule: 'review-soon',
        message: 'It was written on 2026-01-10; its first review falls due on 2026-07-10.',
      },
    ]);
  });

  test('say nothing of an article with neither a review nor a history', () => {
    expect(work({ articles: [anArticle()], today: '2036-01-01' })).toEqual([]);
  });
});

describe('translation-behind', () => {
  const source = anArticle({ locale: 'en', revision: 'bbbbbbbbbbbb' });
  const translation = (revision: string) =>
    anArticle({
      locale: 'de',
      frontmatter: { owner: 'team-de', translates: { id: 'billing/refund', revision } },
    });

  test('names the source, the revision to write, and the line to write it to', () => {
    const commits = {
      'en/billing/refund.md': ['2026-03-01', '2026-02-01', '2026-01-01'],
      'de/billing/refund.md': ['2026-01-20', '2026-01-02'],
    };
    const found = work({ articles: [source, translation('aaaaaaaaaaaa')], commits, today: '2026-03-02' });
    expect(found).toEqual([
      {
        rule: 'translation-behind',
        severity: 'warning',
        article: 'billing/refund',
        locale: 'de',
        file: 'de/billing/refund.md',
        line: 6,
        owner: 'team-de',
        message: 'The source en/billing/refund.md has changed since it was translated, last on 2026-03-01.',
        hint: 'Bring over what changed, then set `revision: bbbbbbbbbbbb` under `translates`.',
        impact: 0,
        since: '2026-02-01',
      },
    ]);
  });

  test('counts from the last change of the source where the translation was committed with it or later', () => {
    const commits = {
      'en/billing/refund.md': ['2026-03-01', '2026-02-01'],
      'de/billing/refund.md': ['2026-03-01'],
    };
    const articles = [source, translation('aaaaaaaaaaaa')];
    expect(work({ articles, commits, today: '2026-03-02' })).toMatchObject([{ since: '2026-03-01' }]);
    commits['en/billing/refund.md'].unshift('2026-03-02', '2026-03-02');
    expect(work({ articles, commits, today: '2026-03-02' })).toMatchObject([{ since: '2026-03-02' }]);
  });

  test('does without a history', () => {
    const [finding] = work({ articles: [source, translation('aaaaaaaaaaaa')] });
    expect(finding?.message).toBe('The source en/billing/refund.md has changed since it was translated.');
    expect(finding?.since).toBeUndefined();
  });

  test('is silent while the translation names the present revision', () => {
    expect(work({ articles: [source, translation('bbbbbbbbbbbb')] })).toEqual([]);
  });

  test('leaves a missing source to the check', () => {
    expect(work({ articles: [translation('aaaaaaaaaaaa')] })).toEqual([]);
  });

  test('compares with the source, not with another translation', () => {
    const french = anArticle({
      locale: 'fr',
      revision: 'cccccccccccc',
      frontmatter: { translates: { id: 'billing/refund', revision: 'bbbbbbbbbbbb' } },
    });
    expect(named(work({ articles: [french, source, translation('bbbbbbbbbbbb')] }))).toEqual([]);
    expect(named(work({ articles: [french, source, translation('cccccccccccc')] }))).toEqual([
      'translation-behind de/billing/refund.md',
    ]);
  });
});

describe('unhelpful', () => {
  const article = anArticle({ frontmatter: { owner: 'billing-team' } });

  test('gives the figures, the range and the most common reason in plain words', () => {
    const feedback = aSummary(
      feedbackOn(article, {
        helpful: 12,
        unhelpful: 28,
        reasons: { other: 2, outdated: 9, unclear: 3 },
        views: 900,
        firstVote: new Date('2026-05-04T10:00:00Z'),
        lastVote: new Date('2026-07-30T10:00:00Z'),
      }),
    );
    const [finding, ...others] = work({ articles: [article], feedback });
    expect(others).toEqual([]);
    expect(finding).toEqual({
      rule: 'unhelpful',
      severity: 'error',
      article: 'billing/refund',
      locale: 'en',
      file: 'en/billing/refund.md',
      line: 2,
      owner: 'billing-team',
      message:
        'It helped 12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers), where 60 % are wanted. ' +
        'Most common reason: out of date (9 of 14).',
      hint:
        'Compare it with the product as it is today, and correct what has changed. ' +
        '`npm run report` shows the comments.',
      impact: expect.closeTo(900, -1),
      since: '2026-05-04',
    });
  });

  test('names no reason where readers gave none', () => {
    const feedback = aSummary(feedbackOn(article, { unhelpful: 20 }));
    expect(work({ articles: [article], feedback })[0]).toMatchObject({
      message:
        'It helped 0 of 20 readers who voted: 0 % (probably 0 to 16 % of all readers), where 60 % are wanted.',
      hint: 'Read it as a customer would, and see what is missing. `npm run report` shows the comments.',
    });
  });

  test.each([
    ['nobody voted', 0, 0, undefined],
    ['one reader was not helped', 0, 1, undefined],
    ['three were not', 0, 3, undefined],
    ['most were helped', 30, 10, undefined],
    ['exactly as many as wanted were helped', 60, 40, undefined],
    ['the votes make it likely', 20, 27, 'warning'],
    ['the votes prove it', 20, 40, 'error'],
    ['few votes prove it already', 0, 6, 'error'],
  ])('where %s (%i yes, %i no)', (_, helpful, unhelpful, severity) => {
    const feedback = aSummary(feedbackOn(article, { helpful, unhelpful }));
    expect(work({ articles: [article], feedback }).map((one) => one.severity)).toEqual(
      severity ? [severity] : [],
    );
  });

  test('weighs its readers with the probability that it helps too few of them', () => {
    const feedback = aSummary(feedbackOn(article, { helpful: 20, unhelpful: 27, views: 1000 }));
    // The Beta(28, 29.5) density below 0.6, summed by hand.
    let below = 0;
    let all = 0;
    for (let share = 0.00005; share < 1; share += 0.0001) {
      const density = share ** 27 * (1 - share) ** 28.5;
      all += density;
      if (share < 0.6) below += density;
    }
    expect(work({ articles: [article], feedback })).toMatchObject([
      { impact: expect.closeTo((1000 * below) / all, 0) },
    ]);
  });

  test('counts the votes on the present words in this language only', () => {
    const bad = { helpful: 2, unhelpful: 38 };
    const german = anArticle({ locale: 'de' });
    const feedback = aSummary(
      feedbackOn(article, { helpful: 5, unhelpful: 1 }),
      feedbackOn({ ...article, revision: 'eeeeeeeeeeee' }, bad),
      feedbackOn(german, bad),
      feedbackOn(anArticle({ id: 'billing/gone' }), bad),
    );
    expect(named(work({ articles: [article, german], feedback }))).toEqual([
      'unhelpful de/billing/refund.md',
    ]);
  });

  test('goes by the share that the site wants', () => {
    const site = siteSchema.parse({ ...SITE, limits: { helpfulShare: 0.2 } });
    const feedback = aSummary(feedbackOn(article, { helpful: 12, unhelpful: 28 }));
    const given = { articles: [article], feedback, history: { commits: new Map() }, today: '2026-08-01' };
    expect(findWork({ ...given, site }).findings).toEqual([]);
    expect(findWork({ ...given, site: SITE }).findings).toHaveLength(1);
  });
});

describe('all rules', () => {
  test('leave out drafts, articles that are yet to appear and those that have expired', () => {
    const overdue = { reviewed: '2020-01-01' };
    const articles = [
      anArticle({ id: 'a/draft', frontmatter: { ...overdue, draft: true } }),
      anArticle({ id: 'a/later', frontmatter: { ...overdue, publishAt: '2026-08-02' } }),
      anArticle({ id: 'a/expired', frontmatter: { ...overdue, expiresAt: '2026-08-01' } }),
      anArticle({ id: 'a/shown', frontmatter: { ...overdue, expiresAt: '2026-08-02' } }),
    ];
    const feedback = aSummary(...articles.map((one) => feedbackOn(one, { unhelpful: 20 })));
    expect(named(work({ articles, feedback }))).toEqual([
      'unhelpful en/a/shown.md',
      'review-due en/a/shown.md',
    ]);
  });

  test('rank what costs most readers first, votes standing in for views', () => {
    const often = anArticle({ id: 'a/often' });
    const seldom = anArticle({ id: 'a/seldom' });
    const voted = anArticle({ id: 'a/voted' });
    const overdue = anArticle({ id: 'a/overdue', frontmatter: { reviewed: '2026-01-01' } });
    const older = anArticle({ id: 'a/z-older', frontmatter: { reviewed: '2025-01-01' } });
    const newer = anArticle({ id: 'a/newer', frontmatter: { reviewed: '2026-01-02' } });
    const articles = [newer, older, overdue, voted, seldom, often];
    const feedback = aSummary(
      feedbackOn(often, { helpful: 5, unhelpful: 25, views: 2000 }),
      feedbackOn(seldom, { helpful: 1, unhelpful: 29, views: 40 }),
      feedbackOn(voted, { helpful: 5, unhelpful: 45 }),
      feedbackOn(overdue, { helpful: 50, unhelpful: 1, views: 5000 }),
    );
    const found = work({ articles, feedback });
    expect(found.map(({ article, impact }) => `${article} ${Math.round(impact ?? -1)}`)).toEqual([
      'a/often 2000',
      'a/overdue 500',
      'a/voted 50',
      'a/seldom 40',
      'a/z-older 0',
      'a/newer 0',
    ]);
  });

  test('say how many articles and votes they looked at', () => {
    const shown = anArticle({ id: 'a/shown' });
    const draft = anArticle({ id: 'a/draft', frontmatter: { draft: true } });
    const feedback = aSummary(
      feedbackOn(shown, { helpful: 7, unhelpful: 2 }),
      feedbackOn({ ...shown, revision: 'eeeeeeeeeeee' }, { helpful: 100 }),
      feedbackOn(draft, { helpful: 100 }),
    );
    const given = { site: SITE, articles: [shown, draft], feedback, history: { commits: new Map() } };
    expect(findWork({ ...given, today: '2026-08-01' })).toEqual({ findings: [], articles: 1, votes: 9 });
  });

  test('find nothing in a help centre that is in order', () => {
    expect(work({ articles: [anArticle({ frontmatter: { reviewed: '2026-07-01' } })] })).toEqual([]);
  });
});
