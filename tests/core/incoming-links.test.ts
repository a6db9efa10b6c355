import { expect, test } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { incomingLinks } from '../../src/core/incoming-links.ts';
import { anArticle } from './an-article.ts';

function withLinks(article: Article, ...targets: string[]): Article {
  const links = targets.map((target, index) => ({ target, line: index + 10 }));
  return { ...article, outline: { ...article.outline, links } };
}

function sources(articles: Article[]): Record<string, string[]> {
  return Object.fromEntries(
    [...incomingLinks(articles, articles)].map(([to, from]) => [to, from.map(({ id }) => id)]),
  );
}

const refund = anArticle({ id: 'billing/refund', frontmatter: { redirectFrom: ['/en/money-back'] } });

test.each([
  ['a path', '../billing/refund.md'],
  ['a path with a heading', '../billing/refund.md#deadline'],
  ['an address', '/en/billing/refund/'],
  ['an address without its last slash', '/en/billing/refund'],
  ['an earlier address', '/en/money-back/'],
])('%s leads to an article', (_, target) => {
  expect(sources([refund, withLinks(anArticle({ id: 'a/one' }), target)])).toEqual({
    'en/billing/refund.md': ['a/one'],
  });
});

test('an article that links twice is named once, and each that links is named', () => {
  const one = withLinks(anArticle({ id: 'a/one' }), '../billing/refund.md', '/en/billing/refund/');
  const two = withLinks(anArticle({ id: 'a/two' }), '../billing/refund.md', 'one.md');
  expect(sources([refund, one, two])).toEqual({
    'en/billing/refund.md': ['a/one', 'a/two'],
    'en/a/one.md': ['a/two'],
  });
});

test('links to itself, to nowhere and to other sites lead to no article', () => {
  const itself = withLinks(
    refund,
    'refund.md',
    '#deadline',
    'missing.md',
    'https://example.com/en/billing/refund/',
  );
  expect(sources([itself])).toEqual({});
});

test('an address belongs to the article that is there, not to the one that was there before', () => {
  const heir = anArticle({ id: 'a/heir', frontmatter: { redirectFrom: ['/en/billing/refund/'] } });
  const one = withLinks(anArticle({ id: 'a/one' }), '/en/billing/refund/');
  expect(sources([heir, refund, one])).toEqual({ 'en/billing/refund.md': ['a/one'] });
});
