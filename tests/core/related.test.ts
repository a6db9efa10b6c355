import { expect, test } from 'vitest';
import { relatedArticles } from '../../src/core/related.ts';
import { anArticle } from './an-article.ts';

const article = (id: string, title: string, tags: string[] = []) =>
  anArticle({ id, frontmatter: { title, description: 'x', tags } });

test('articles are related by rare words, tags first, the same category before another', () => {
  const articles = [
    article('billing/refund', 'Get a refund', ['money']),
    article('billing/invoice', 'Download an invoice', ['money']),
    article('shop/voucher', 'Redeem a voucher', ['money']),
    article('shop/refund', 'Refund of a voucher'),
    article('account/password', 'Change the password'),
    article('account/delete', 'Delete the account'),
    ...Array.from({ length: 12 }, (_, index) =>
      article(`other/a${index}`, `Subject ${index}${index}${index}`),
    ),
  ];
  const related = relatedArticles(articles);
  expect(related.get('en/billing/refund.md')).toEqual([
    'en/billing/invoice.md',
    'en/shop/voucher.md',
    'en/shop/refund.md',
  ]);
  expect(related.get('en/other/a1.md')).toEqual([]);
});

test('no more than asked for, and the same on every run', () => {
  const articles = Array.from({ length: 30 }, (_, index) =>
    article(`a/x${index}`, `Title ${index % 6}${index % 6}${index % 6}`),
  );
  const first = relatedArticles(articles, 2);
  expect([...first.values()].every((paths) => paths.length <= 2)).toBe(true);
  expect(relatedArticles(articles.toReversed(), 2).get('en/a/x7.md')).toEqual(first.get('en/a/x7.md'));
});

test('two articles that are alike in several words are related once', () => {
  const related = relatedArticles([
    article('a/one', 'Cancel your order'),
    article('a/two', 'Cancel your order'),
  ]);
  expect(related.get('en/a/one.md')).toEqual(['en/a/two.md']);
});
