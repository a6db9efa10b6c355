import { describe, expect, test } from 'vitest';
import type { Category } from '../../../src/core/article.ts';
import { type AuditFeedback, NO_FEEDBACK } from '../../../src/core/audit-feedback/audit-feedback.ts';
import type { History } from '../../../src/core/history.ts';
import { underPresentIds } from '../../../src/core/series/former-ids.ts';
import { anArticle, feedbackOn } from '../an-article.ts';

/** The days on which files were changed, with the places where they stood then. */
function historyOf(files: Record<string, [day: string, path?: string][]>): History {
  return {
    commits: new Map(
      Object.entries(files).map(([file, commits]) => [
        file,
        commits.map(([day, path]) => ({ hash: day, day, subject: 'Edit', ...(path && { path }) })),
      ]),
    ),
  };
}

const MOVED = anArticle({ id: 'money/refund' });
const MOVE = historyOf({ 'en/money/refund.md': [['2026-02-01'], ['2026-01-01', 'en/billing/refund.md']] });
const folder = (name: string, id = name): Category => ({
  id,
  locale: 'en',
  folder: name,
  title: 'Money',
  description: 'Money.',
  icon: 'book',
});

/** Ids of the articles of which something was said. */
function idsIn({ articles }: AuditFeedback): string[] {
  return articles.map(({ article, helpful }) => `${article} ${helpful}`);
}

describe('what readers said under an earlier id', () => {
  const said = (article: string, helpful = 1, revision = 'aaaaaaaaaaaa', locale = 'en') =>
    feedbackOn(anArticle({ id: article, revision, locale }), { helpful });

  test('belongs to it also where none of it counts', () => {
    const setAside = { kind: 'vote', locale: 'en', reason: 'repeat', count: 2 } as const;
    const feedback = { ...NO_FEEDBACK, aside: [{ ...setAside, article: 'billing/refund' }] };
    expect(underPresentIds(feedback, { articles: [MOVED], categories: [] }, MOVE).aside).toEqual([
      { ...setAside, article: 'money/refund' },
    ]);
  });

  test('belongs to the article whose file was moved, with what they said since', () => {
    const received = new Date('2026-01-05T10:00:00Z');
    const comment = {
      id: 'c',
      locale: 'en',
      revision: 'aaaaaaaaaaaa',
      received,
      helpful: false,
      comment: 'No.',
    };
    const feedback: AuditFeedback = {
      ...NO_FEEDBACK,
      articles: [said('billing/refund', 2), said('other/one', 9), said('money/refund', 3)],
      contacts: [
        { article: 'billing/refund', locale: 'en', contacts: 2, solved: 1, views: 10 },
        { article: 'money/refund', locale: 'en', contacts: 1, solved: 0, views: 5 },
        { article: 'other/one', locale: 'en', contacts: 1, solved: 1 },
      ],
      comments: [{ ...comment, article: 'billing/refund' }],
      leads: [
        { article: 'billing/refund', locale: 'en', query: 'money back', opens: 4 },
        { article: 'billing/refund', locale: 'en', query: 'refund', opens: 1 },
        { article: 'money/refund', locale: 'en', query: 'money back', opens: 2 },
      ],
      aside: [
        { kind: 'signal', locale: 'en', reason: 'bot', count: 7 },
        { kind: 'vote', article: 'billing/refund', locale: 'en', reason: 'repeat', count: 2 },
        { kind: 'vote', article: 'money/refund', locale: 'en', reason: 'repeat', count: 3 },
        { kind: 'vote', article: 'money/refund', locale: 'en', reason: 'bot', count: 1 },
      ],
    };
    expect(underPresentIds(feedback, { articles: [MOVED], categories: [] }, MOVE)).toEqual({
      ...NO_FEEDBACK,
      articles: [said('money/refund', 5), said('other/one', 9)],
      contacts: [
        { article: 'money/refund', locale: 'en', contacts: 3, solved: 1, views: 15 },
        { article: 'other/one', locale: 'en', contacts: 1, solved: 1 },
      ],
      comments: [{ ...comment, article: 'money/refund' }],
      leads: [
        { article: 'money/refund', locale: 'en', query: 'money back', opens: 6 },
        { article: 'money/refund', locale: 'en', query: 'refund', opens: 1 },
      ],
      aside: [
        { kind: 'signal', locale: 'en', reason: 'bot', count: 7 },
        { kind: 'vote', article: 'money/refund', locale: 'en', reason: 'repeat', count: 5 },
        { kind: 'vote', article: 'money/refund', locale: 'en', reason: 'bot', count: 1 },
      ],
    });
  });

  test('stays as it is, the very same, where no id has changed', () => {
    const feedback = { ...NO_FEEDBACK, articles: [said('money/refund'), said('gone/gone')] };
    expect(underPresentIds(feedback, { articles: [MOVED], categories: [] }, MOVE)).toBe(feedback);
  });

  test.each([
    ['another article has that id today', [MOVED, anArticle({ id: 'billing/refund' })], 'billing/refund 1'],
    [
      'another article has it in another language only',
      [MOVED, anArticle({ locale: 'de' })],
      'money/refund 1',
    ],
  ])('where %s', (_, articles, expected) => {
    const feedback = { ...NO_FEEDBACK, articles: [said('billing/refund')] };
    expect(idsIn(underPresentIds(feedback, { articles, categories: [] }, MOVE))).toEqual([expected]);
  });

  test('in another language belongs to nobody here', () => {
    const feedback = { ...NO_FEEDBACK, articles: [said('billing/refund', 1, 'aaaaaaaaaaaa', 'de')] };
    expect(underPresentIds(feedback, { articles: [MOVED], categories: [] }, MOVE)).toBe(feedback);
  });

  test('belongs to the article that was given an id of its own where it stands', () => {
    const article = anArticle({ id: 'contracts/give-back', path: 'en/billing/refund.md' });
    const feedback = { ...NO_FEEDBACK, articles: [said('billing/refund')] };
    const found = underPresentIds(feedback, { articles: [article], categories: [] }, historyOf({}));
    expect(idsIn(found)).toEqual(['contracts/give-back 1']);
  });

  test('is found by the id of its category as by the name of the folder', () => {
    const feedback = {
      ...NO_FEEDBACK,
      articles: [said('accounts/refund'), said('billing/refund', 2, 'bbbbbbbbbbbb')],
    };
    const categories = [folder('billing', 'accounts')];
    expect(idsIn(underPresentIds(feedback, { articles: [MOVED], categories }, MOVE))).toEqual([
      'money/refund 1',
      'money/refund 2',
    ]);
  });

  test('belongs to the article that had the id last', () => {
    const first = anArticle({ id: 'a/first' });
    const second = anArticle({ id: 'b/second' });
    const history = historyOf({
      'en/a/first.md': [['2026-03-01'], ['2026-01-01', 'en/billing/refund.md']],
      'en/b/second.md': [['2026-03-02'], ['2026-02-01', 'en/billing/refund.md']],
    });
    const feedback = { ...NO_FEEDBACK, articles: [said('billing/refund')] };
    for (const articles of [
      [first, second],
      [second, first],
    ]) {
      expect(idsIn(underPresentIds(feedback, { articles, categories: [] }, history))).toEqual(['b/second 1']);
    }
  });
});
