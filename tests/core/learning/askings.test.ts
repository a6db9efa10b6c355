import { expect, test } from 'vitest';
import { Askings } from '../../../src/core/learning/askings.ts';

const card = { article: 'card', meaning: 'card order' };
const asking = (article: string, meaning: string) => ({ article, meaning });

test('a phrasing leads elsewhere if those that are like it do', () => {
  const askings = new Askings([card, asking('refund', 'money return'), asking('refund', 'card want')]);
  expect(askings.leadElsewhere(asking('refund', 'card new order'))).toBe(true);
  expect(askings.leadElsewhere(asking('card', 'card new order'))).toBe(false);
});

test('the likest counts more than several that share a word', () => {
  const askings = new Askings([
    asking('near', 'card new order today'),
    asking('far', 'card lost abroad yesterday'),
    asking('far', 'card broken in half'),
  ]);
  expect(askings.leadElsewhere(asking('near', 'card new order'))).toBe(false);
  expect(askings.leadElsewhere(asking('far', 'card new order'))).toBe(true);
});

test('one word in common between long phrasings is chance', () => {
  const askings = new Askings([asking('other', 'card lost abroad yesterday evening in rain'), card]);
  expect(askings.leadElsewhere(asking('new', 'bill card pay twice monday'))).toBe(false);
});

test('the same phrasing says nothing about itself, and an unknown one nothing at all', () => {
  const askings = new Askings([asking('other', 'card order'), asking('other', 'card order')]);
  expect(askings.leadElsewhere(card)).toBe(false);
  expect(askings.leadElsewhere(asking('card', 'umbrella'))).toBe(false);
  expect(new Askings([]).leadElsewhere(card)).toBe(false);
});
