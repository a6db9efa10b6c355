import { expect, test } from 'vitest';
import { findArticles, type SearchEngine } from '../../src/search/find-articles.ts';

/** An engine over a few words: for each, the articles that hold it and how much it says about them. */
function engineOf(index: Record<string, Record<string, number>>): SearchEngine {
  return {
    search: async (word) => ({
      results: Object.entries(index[word] ?? {}).map(([id, score]) => ({
        id,
        score,
        data: async () => ({
          url: `/en/${id}/`,
          excerpt: `<mark>${word}</mark>`,
          meta: { article: id, title: id, category: 'Billing', description: '' },
        }),
      })),
    }),
  };
}

const engine = engineOf({
  how: { refund: 1, cancel: 1, invoice: 1 },
  money: { refund: 4, invoice: 3 },
  back: { refund: 3, login: 9 },
});
const found = async (query: string) => (await findArticles(engine, query)).map(({ article }) => article);

test('an article that holds every word comes before one that holds one of them often', async () => {
  expect(await found('money back')).toEqual(['refund', 'login', 'invoice']);
});

test('a word that no article holds does not hide the others', async () => {
  expect(await found('money xyzzy')).toEqual(['refund', 'invoice']);
});

test('articles that share no more than a small word are left out', async () => {
  expect(await found('how money back')).toEqual(['refund', 'login', 'invoice']);
});

test('what the engine finds by the first letter of an unknown word is no answer', async () => {
  const guessing = engineOf({ xyzzy: { refund: 2 } });
  const marked = async () => ({
    results: [
      {
        id: 'x',
        score: 2,
        data: async () => ({
          url: '/en/x/',
          excerpt: 'an <mark>x-ray</mark>',
          meta: { article: 'x', title: 'Rays' },
        }),
      },
    ],
  });
  expect(await findArticles({ search: marked }, 'xyzzy')).toEqual([]);
  expect((await findArticles({ search: marked }, 'x-rays')).map(({ article }) => article)).toEqual(['x']);
  expect((await findArticles(guessing, 'xyzzy')).map(({ article }) => article)).toEqual(['refund']);
});

test('a query without words finds nothing', async () => {
  expect(await found('')).toEqual([]);
  expect(await found('?! 🙂')).toEqual([]);
});

test('a word said twice counts once, in capitals too', async () => {
  expect(await found('Money MONEY money')).toEqual(await found('money'));
});

test('the passage shown is the one with the word that says most', async () => {
  const [best] = await findArticles(engine, 'how money back');
  expect(best).toEqual({
    article: 'refund',
    url: '/en/refund/',
    title: 'refund',
    category: 'Billing',
    description: '',
    excerpt: '<mark>money</mark>',
  });
});
