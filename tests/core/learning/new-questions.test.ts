import { describe, expect, test } from 'vitest';
import type { AnsweredSearch } from '../../../src/core/learning/answered-searches.ts';
import { learn } from '../../../src/core/learning/learn.ts';
import { anArticle } from '../an-article.ts';
import { formOf, readers } from './readers.ts';

const refund = anArticle({
  frontmatter: { title: 'Get a refund', questions: ['How do I send it back?'] },
  outline: {
    headings: [],
    anchors: [],
    links: [],
    images: [],
    sections: [{ text: 'We pay within a week, to the card you used.' }],
  },
});
const pay = anArticle({ id: 'billing/pay', frontmatter: { title: 'Pay by card' } });

function questions(searches: AnsweredSearch[], fewestReaders = 3): string[] {
  const articles = [refund, pay];
  const learnt = learn({ searches, articles, synonyms: {}, formOf, fewestReaders });
  return learnt.questions.map(({ article, question }) => `${article.id}: ${question}`);
}

test('what three readers asked on two days, and found helpful, is proposed with its evidence', () => {
  const searches = [
    ...readers(2, 'money back please', { day: '2026-03-01', place: 4 }),
    ...readers(1, 'money back please', { day: '2026-03-09', place: 6 }),
  ];
  expect(learn({ searches, articles: [refund], synonyms: {}, formOf, fewestReaders: 3 })).toEqual({
    questions: [
      {
        kind: 'question',
        article: refund,
        question: 'money back please',
        evidence: { readers: 3, days: 2, place: 4 },
      },
    ],
    synonyms: [],
    helpful: 3,
    leftOut: 0,
  });
});

describe('nothing is proposed', () => {
  test.each([
    ['two readers', readers(2, 'money back please')],
    ['readers of a single day', readers(9, 'money back please', { day: '2026-03-01' })],
    [
      'readers of whom as many were not helped',
      [...readers(3, 'money back please'), ...readers(3, 'money back please', { helpful: false })],
    ],
    [
      'readers who used different words',
      [
        ...readers(1, 'money back please'),
        ...readers(1, 'return of the sum'),
        ...readers(1, 'reimbursement wanted'),
      ],
    ],
    ['what the title says in other order and inflection', readers(5, 'refunds get')],
    ['what a question of the article says', readers(5, 'how to send it back')],
    ['a word that search already answers first', readers(5, 'reimbursement', { place: 1 })],
    ['a word that was not typed to its end', readers(5, 'get my money on ca')],
    ['an article that is no longer there', readers(5, 'money back please', { article: 'billing/gone' })],
    ['an article in another language', readers(5, 'money back please', { locale: 'de' })],
    ['a language that is none', readers(5, 'money back please', { locale: 'en-1996-1996' })],
    ['what may tell who asked', readers(5, 'money back for order 48213')],
    ['a name', readers(5, 'my name is Jane Doe, money back')],
    ['a whole story', readers(5, `money back ${'and so on '.repeat(12)}`)],
    ['no words at all', readers(5, '?!')],
    [
      'two articles that helped equally many',
      [...readers(4, 'money back please'), ...readers(4, 'money back please', { article: 'billing/pay' })],
    ],
  ])('for %s', (_, searches) => {
    expect(questions(searches)).toEqual([]);
  });
});

test('phrasings that mean the same count together, in the spelling that most used', () => {
  const searches = [
    ...readers(1, 'How do I return my parcels?'),
    ...readers(2, 'return parcel'),
    ...readers(1, 'parcel return'),
  ];
  expect(questions(searches, 4)).toEqual(['billing/refund: return parcel']);
});

test('a single word is proposed where search shows the article too far down', () => {
  expect(questions(readers(3, 'reimbursement', { place: 3 }))).toEqual(['billing/refund: reimbursement']);
});

test('the article that helped most readers gets the question', () => {
  const searches = [
    ...readers(3, 'money back please'),
    ...readers(5, 'money back please', { article: 'billing/pay' }),
  ];
  expect(questions(searches)).toEqual(['billing/pay: money back please']);
});

test('an article gets at most five questions at a time, those of most readers', () => {
  const searches = ['late', 'lost', 'wet', 'torn', 'small', 'empty'].flatMap((what, more) =>
    readers(3 + more, `parcel ${what}`),
  );
  expect(questions(searches)).toEqual(
    ['empty', 'small', 'torn', 'wet', 'lost'].map((what) => `billing/refund: parcel ${what}`),
  );
});

test('of questions of equally many readers, those with common words come first', () => {
  const asked = ['aunt wants this', 'parcel lost', 'lost parcel abroad', 'where my parcel'];
  expect(questions(asked.flatMap((query) => readers(3, query)))).toEqual([
    'billing/refund: where my parcel',
    'billing/refund: parcel lost',
    'billing/refund: lost parcel abroad',
    'billing/refund: aunt wants this',
  ]);
});

test('a phrasing like those that lead others to another article would stand in its way', () => {
  const vague = readers(3, 'want the card');
  const others = ['want a card for kids', 'card wanted', 'want new card'].flatMap((query) =>
    readers(1, query, { article: 'billing/pay' }),
  );
  expect(questions(vague)).toEqual(['billing/refund: want the card']);
  expect(questions([...vague, ...others])).toEqual([]);
  const same = readers(1, 'want my card credited', { article: 'billing/refund' });
  const more = readers(1, 'want credit on the card', { article: 'billing/refund' });
  expect(questions([...vague, ...others.slice(0, 1), ...same, ...more])).toEqual([
    'billing/refund: want the card',
  ]);
});

test('so would the title of another article, or nearly so', () => {
  expect(questions(readers(3, 'with which card can I pay'))).toEqual([]);
  expect(questions(readers(3, 'pay card online'))).toEqual([]);
  expect(questions(readers(3, 'pay card online', { article: 'billing/pay' }))).toHaveLength(1);
});

test('an article that did not help stands in nobody’s way', () => {
  const misled = ['want a card for kids', 'card wanted', 'want new card'].flatMap((query) =>
    readers(1, query, { article: 'billing/pay', helpful: false }),
  );
  expect(questions([...readers(3, 'want the card'), ...misled])).toEqual(['billing/refund: want the card']);
});

test('more readers can be asked for', () => {
  expect(questions(readers(4, 'money back please'), 5)).toEqual([]);
  expect(questions(readers(5, 'money back please'), 5)).toHaveLength(1);
});
