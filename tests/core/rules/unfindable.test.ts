import { expect, test } from 'vitest';
import type { AuditFeedback } from '../../../src/core/audit-feedback/audit-feedback.ts';
import type { GoldenPlacement } from '../../../src/core/golden-query.ts';
import { findUnfindable } from '../../../src/core/rules/unfindable.ts';
import { anArticle, aSummary } from '../an-article.ts';

const article = anArticle({ id: 'shop/voucher', frontmatter: { owner: 'shop-team' } });
const low: GoldenPlacement = {
  query: 'Get a  Refund',
  locale: 'en',
  article: 'shop/voucher',
  top: 1,
  line: 7,
  place: 3,
  first: { article: 'billing/refund', title: 'Get a refund' },
};

function searched(query: string, searches: number): AuditFeedback {
  return { ...aSummary(), searches: [{ locale: 'en', query, searches, withoutResult: 0, ignored: 0 }] };
}

test('an article that stands too low is named with its owner and half of those who searched so', () => {
  const feedback = searched('get a refund', 90);
  expect(findUnfindable([low], { articles: [article], feedback })).toEqual([
    {
      rule: 'unfindable',
      severity: 'error',
      article: 'shop/voucher',
      locale: 'en',
      file: 'queries.yaml',
      line: 7,
      message:
        '"Get a  Refund" brings `shop/voucher` up at place 3, not among the first 1; first is `billing/refund` (Get a refund).',
      hint: 'Add the query to `questions` in the frontmatter of the article, or its words to synonyms.yaml.',
      owner: 'shop-team',
      impact: 45,
    },
  ]);
});

test('a query that nobody has typed costs nobody', () => {
  const feedback = searched('refunds', 90);
  expect(findUnfindable([low], { articles: [article], feedback })).toMatchObject([{ impact: 0 }]);
});

test('without any feedback, the finding is a mistake and nothing else', () => {
  const [finding] = findUnfindable([low], { articles: [] });
  expect(finding).not.toHaveProperty('impact');
  expect(finding).not.toHaveProperty('owner');
});

test('an article among the first as many as wanted is fine', () => {
  expect(findUnfindable([{ ...low, top: 3 }], { articles: [article] })).toEqual([]);
  expect(findUnfindable([{ ...low, top: 2 }], { articles: [article] })).toHaveLength(1);
});
