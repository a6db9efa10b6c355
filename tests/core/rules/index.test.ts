import { describe, expect, test } from 'vitest';
import { findWork, idleRules, rules } from '../../../src/core/rules/index.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { given, named, work } from './work.ts';

test('every rule has a name of its own', () => {
  expect(rules.map(({ name }) => name)).toEqual([
    'unhelpful',
    'got-worse',
    'fell',
    'reason',
    'dead-end',
    'search-gap',
    'unfindable',
    'translation-behind',
    'depends-on',
    'dead-link',
    'old-screenshot',
    'review-due',
    'never-reviewed',
    'review-soon',
    'expired',
    'survey-level',
    'duplicate',
    'orphan',
    'readability',
    'set-aside',
  ]);
});

test.each([
  [
    'votes',
    ['unhelpful', 'got-worse', 'fell', 'reason', 'dead-end', 'search-gap', 'survey-level', 'set-aside'],
  ],
  ['history', ['got-worse', 'never-reviewed']],
  ['links', ['dead-link']],
] as const)('without %s some rules have nothing to look at', (source, names) => {
  expect([...idleRules(new Set([source]))]).toEqual(names);
});

describe('all rules', () => {
  test('leave out drafts, articles that are yet to appear and, but for `expired`, those that have expired', () => {
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
      'expired en/a/expired.md',
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
    expect(findWork(given({ articles: [shown, draft], feedback }))).toEqual({
      findings: [],
      articles: 1,
      votes: 9,
      silenced: 0,
    });
  });

  test('find nothing in a help centre that is in order', () => {
    expect(work({ articles: [anArticle({ frontmatter: { reviewed: '2026-07-01' } })] })).toEqual([]);
  });
});
