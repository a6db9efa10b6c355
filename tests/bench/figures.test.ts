import { expect, test } from 'vitest';
import { reached, readAims } from '../../bench/search/aims.ts';
import { figuresOf, pooled } from '../../bench/search/figures.ts';
import { familiesOf } from '../../bench/search/search-set.ts';

const ask = (...rel: string[]) => ({ q: 'how', rel });

test('an answer counts by the first right document among the first ten', () => {
  const queries = [ask('a'), ask('a', 'b'), ask('a'), ask('a'), ask('a'), ask('a')];
  const found = [
    ['a', 'x'],
    ['x', 'b', 'a'],
    ['1', '2', '3', '4', 'a'],
    ['1', '2', '3', '4', '5', 'a'],
    ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'a'],
    [],
  ];
  expect(figuresOf(queries, found)).toEqual({
    queries: 6,
    mrr: (1 + 1 / 2 + 1 / 5 + 1 / 6) / 6,
    hitAt1: 1 / 6,
    hitAt5: 3 / 6,
    none: 1 / 6,
  });
});

test('sets are pooled by their queries, and one without any says nothing', () => {
  const three = figuresOf([ask('a'), ask('a'), ask('a')], [['a'], ['a'], ['a']]);
  const one = figuresOf([ask('a')], [[]]);
  expect(pooled([three, one, figuresOf([], [])])).toEqual({
    queries: 4,
    mrr: 0.75,
    hitAt1: 0.75,
    hitAt5: 0.75,
    none: 0.25,
  });
});

test('parts of one collection are several sets of one language whose names begin alike', () => {
  const sets = [
    { name: 'shop-one', lang: 'en' },
    { name: 'shop-two', lang: 'en' },
    { name: 'shop-drei', lang: 'de' },
    { name: 'bank-one', lang: 'en' },
  ];
  expect([...familiesOf(sets)]).toEqual([['shop', ['shop-one', 'shop-two']]]);
});

test('an aim holds or falls short by its figure, by a loss, or by a share of another', () => {
  const figures = (mrr: number, hitAt5: number) => ({ queries: 10, mrr, hitAt1: 0, hitAt5, none: 0 });
  const of = (_: string, variant: string) =>
    ({ 'as typed': figures(0.8, 0.9), 'one typing error': figures(0.75, 0.9), cut: figures(0.6, 0.45) })[
      variant
    ];
  const aims = readAims(
    JSON.stringify([
      { set: 'all', figure: 'mrr', atLeast: 0.8 },
      { set: 'all', figure: 'mrr', variant: 'one typing error', lessThan: 'as typed', atMost: 0.04 },
      { set: 'all', figure: 'hitAt5', variant: 'cut', shareOf: 'as typed', atLeast: 0.5 },
      { set: 'all', figure: 'mrr', variant: 'unheard of', atLeast: 0.5 },
    ]),
  );
  expect(aims.map((aim) => reached(aim, of).holds)).toEqual([true, false, true, undefined]);
});

test('an aim without a limit is refused', () => {
  expect(() => readAims('[{"set": "all", "figure": "mrr"}]')).toThrow('atLeast');
});
