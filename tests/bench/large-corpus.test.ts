import { expect, test } from 'vitest';
import { largeCorpus } from '../../bench/search/large-corpus.ts';
import { spreadOf } from '../../bench/search/spread.ts';

const sentence =
  'Customers cancel their subscription within fourteen days after delivery without giving reasons.';
const set = {
  docs: ['Refund', 'Delivery', 'Password'].map((title) => ({
    id: title,
    title,
    body: Array(8).fill(sentence).join('\n'),
    questions: [],
  })),
  queries: Array.from({ length: 20 }, (_, number) => ({ q: `question ${number}`, rel: ['Refund'] })),
};

test('a large help centre has as many articles as wanted, each its own, and always the same', () => {
  const { documents } = largeCorpus([set], 200, 0);
  expect(documents.length).toBe(200);
  expect(new Set(documents.map(({ body, parts }) => body + JSON.stringify(parts))).size).toBe(200);
  expect(largeCorpus([set], 200, 0).documents).toEqual(documents);
});

test('more articles use more different words', () => {
  const [small, large] = [50, 500].map((articles) => largeCorpus([set], articles, 0).vocabulary);
  expect(large).toBeGreaterThan(2 * (small ?? 0));
});

test('the queries are different ones of the sets, every third with a product', () => {
  const { queries } = largeCorpus([set], 10, 9);
  expect(new Set(queries).size).toBe(9);
  expect(queries.map((query) => /^[A-Z][a-z]+ \d+ question/.test(query))).toEqual(
    Array.from({ length: 9 }, (_, at) => at % 3 === 0),
  );
});

test('a spread is the middle, what 95 of 100 stay within, and the largest', () => {
  const numbers = Array.from({ length: 100 }, (_, number) => 100 - number);
  expect(spreadOf(numbers)).toEqual({ median: 50, p95: 95, largest: 100 });
  expect(spreadOf([7])).toEqual({ median: 7, p95: 7, largest: 7 });
});
