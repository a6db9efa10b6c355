import { describe, expect, test } from 'vitest';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { named, work } from './work.ts';

describe('review-due, never-reviewed and review-soon', () => {
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
        rule: 'never-reviewed',
        severity: 'warning',
        line: 2,
        message: 'It was never reviewed since it was written on 2026-01-10; a review was due on 2026-07-10.',
        hint: 'Try what it says, correct it, then write `reviewed: 2026-08-01` at its top.',
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

  test('take a review in the future for none', () => {
    const articles = [anArticle({ frontmatter: { reviewed: '2030-01-01' } })];
    expect(work({ articles })).toEqual([]);
    const commits = { 'en/billing/refund.md': ['2026-01-10'] };
    expect(work({ articles, commits })).toMatchObject([
      { rule: 'never-reviewed', line: 5, since: '2026-07-10' },
    ]);
    expect(named(work({ articles, commits, today: '2030-01-01' }))).toEqual([]);
  });

  test('weigh an article that nobody has reviewed like one whose review is overdue', () => {
    const never = anArticle({ id: 'a/never' });
    const overdue = anArticle({ id: 'a/overdue', frontmatter: { reviewed: '2026-01-10' } });
    const feedback = aSummary(feedbackOn(never, { views: 300 }), feedbackOn(overdue, { views: 300 }));
    const commits = { 'en/a/never.md': ['2026-01-10'] };
    const found = work({ articles: [never, overdue], feedback, commits });
    expect(found.map(({ rule, impact }) => [rule, impact])).toEqual([
      ['never-reviewed', 30],
      ['review-due', 30],
    ]);
  });

  test('say nothing of an article with neither a review nor a history', () => {
    expect(work({ articles: [anArticle()], today: '2036-01-01' })).toEqual([]);
  });
});
