import { expect, test } from 'vitest';
import { categoriesOf } from '../../../src/core/figures/article-categories.ts';

const categoryOf = categoriesOf(
  [
    { id: 'billing/refund', locale: 'de', category: 'abrechnung' },
    { id: 'moved', locale: 'en', category: 'account' },
  ],
  [{ id: 'billing', locale: 'de', folder: 'abrechnung' }],
);

test('an article belongs to its category by id, whatever the folder is called', () => {
  expect(categoryOf('billing/refund', 'de')).toBe('billing');
  expect(categoryOf('moved', 'en')).toBe('account');
});

test('an article that is gone belongs where its id says, if it says so', () => {
  expect(categoryOf('billing/gone', 'en')).toBe('billing');
  expect(categoryOf('gone', 'en')).toBe('');
});
