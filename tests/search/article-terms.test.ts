import { expect, test } from 'vitest';
import { articleTerms } from '../../src/search/article-terms.ts';
import { loadLanguage } from '../../src/search/language.ts';
import { SynonymFinder } from '../../src/search/synonym-finder.ts';
import { smallContent, type Writing } from './small-index.ts';

const english = await loadLanguage('en');

function counted(writing: Omit<Writing, 'id'>, synonyms: string[][] = []) {
  const [article] = smallContent([{ id: 'billing/refund', ...writing }]).articles;
  if (!article) throw new Error('no article');
  return articleTerms(article, english, new SynonymFinder(synonyms, english));
}

test('a word is counted by the field that it stands in', () => {
  const { words } = counted({
    title: 'Refunds',
    description: 'Refunds in time.',
    tags: ['refunds', 'money'],
    questions: ['Where are my refunds?'],
    text: 'Refunds come soon. Refunds are paid.',
    sections: { 'Late refunds': 'Ask for refunds.' },
  });
  expect(words.get('refunds')).toEqual({ term: 'refund', title: 1, asked: 1, heading: 3, text: 3 });
  expect(words.get('money')).toEqual({
    term: english.stemOf('money'),
    title: 0,
    asked: 0,
    heading: 1,
    text: 0,
  });
});

test('each form of a word is counted for itself, by its stem', () => {
  const { words } = counted({ title: 'Refund', text: 'Refunded' });
  expect([words.get('refund')?.term, words.get('refunded')?.term]).toEqual(['refund', 'refund']);
});

test('a word that has synonyms says these too, where it stands', () => {
  const { words } = counted({ title: 'Get a refund', questions: ['Cash?'], text: 'Soon.' }, [
    ['refund', 'money back'],
    ['cash', 'coins'],
  ]);
  expect(words.get('money')).toEqual({
    term: english.stemOf('money'),
    title: 1,
    asked: 0,
    heading: 0,
    text: 0,
  });
  expect(words.get('back')?.title).toBe(1);
  expect(words.get('coins')).toEqual({ term: 'coin', title: 0, asked: 1, heading: 0, text: 0 });
});

test('lengths are those of title and text as they are written, and at least 1', () => {
  const written = counted({ title: 'Get a refund', text: 'One two.', sections: { Heading: 'Three.' } }, [
    ['refund', 'money back'],
  ]);
  expect([written.titleLength, written.textLength]).toEqual([3, 3]);
  const empty = counted({ title: '!' });
  expect([empty.titleLength, empty.textLength]).toEqual([1, 1]);
});

test('title and questions are kept as askings, with their different stems', () => {
  const { askings } = counted({ title: 'Refunds, refunds', questions: ['Money back?'] });
  expect(askings).toEqual([
    { text: 'Refunds, refunds', terms: new Set(['refund']) },
    { text: 'Money back?', terms: new Set([english.stemOf('money'), 'back']) },
  ]);
});
