import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchSummary } from '../../../src/core/feedback.ts';
import { formsBy } from '../../../src/core/learning/phrasing.ts';
import { failuresOf, findGaps } from '../../../src/core/search-gaps/find-gaps.ts';
import { loadLanguage } from '../../../src/search/language.ts';

const [english, german] = await Promise.all([loadLanguage('en'), loadLanguage('de')]);
const formOf = formsBy((word, locale) => (locale === 'de' ? german : english).stemOf(word));

/** Searches for a phrase that found nothing, but for those that are said to have led to an article. */
function searches(query: string, count: number, good = 0, locale = 'en'): SearchSummary {
  return { locale, query, searches: count, withoutResult: count - good, ignored: 0 };
}

function gaps(given: SearchSummary[], fewest = 5) {
  return findGaps(given, { formOf, fewest });
}

function named(given: SearchSummary[], fewest?: number): string[] {
  return gaps(given, fewest).map(({ phrasings, searches }) => `${phrasings[0]?.query}: ${searches}`);
}

test('searches that ask for the same in other words count together', () => {
  expect(
    gaps([
      { locale: 'en', query: 'cancel my membership', searches: 12, withoutResult: 5, ignored: 6 },
      searches('how do i cancel a membership', 4),
      searches('membership cancellation', 3),
      searches('cancel memberships', 9, 1),
      searches('delivery to austria', 6),
      ...['open a bank account', 'pay by card', 'pay by invoice'].map((query) => searches(query, 30, 30)),
    ]),
  ).toEqual([
    {
      locale: 'en',
      phrasings: [
        { query: 'cancel my membership', searches: 12 },
        { query: 'cancel memberships', searches: 9 },
        { query: 'how do i cancel a membership', searches: 4 },
        { query: 'membership cancellation', searches: 3 },
      ],
      searches: 28,
      withoutResult: 20,
      ignored: 6,
    },
    {
      locale: 'en',
      phrasings: [{ query: 'delivery to austria', searches: 6 }],
      searches: 6,
      withoutResult: 6,
      ignored: 0,
    },
  ]);
});

test('a word that many searches have does not draw them all together', () => {
  const given = [
    searches('cancel', 8),
    searches('cancel order', 8),
    searches('cancel contract', 8),
    searches('cancel newsletter', 8),
    searches('contract', 8, 8),
  ];
  expect(named(given).sort()).toEqual([
    'cancel contract: 8',
    'cancel newsletter: 8',
    'cancel order: 8',
    'cancel: 8',
  ]);
});

test('another number is another thing', () => {
  expect(named([searches('error 1004', 6), searches('error 1005', 7)])).toEqual([
    'error 1005: 7',
    'error 1004: 6',
  ]);
});

test('languages are told apart', () => {
  expect(named([searches('handy', 5), searches('handy', 6, 0, 'de')])).toEqual(['handy: 6', 'handy: 5']);
  expect(
    named([searches('vertrag kündigen', 3, 0, 'de'), searches('verträge gekündigt', 3, 0, 'de')]),
  ).toEqual(['vertrag kündigen: 6']);
});

test.each([
  ['too few searches', 4, 0, false],
  ['few, and all in vain', 5, 0, true],
  ['few, and one found something', 5, 1, false],
  ['half of many', 200, 100, false],
  ['clearly more than half of many', 200, 80, true],
  ['a third of many', 300, 200, false],
  ['none', 50, 50, false],
])('%s (%i searches, of which %i found something)', (_, count, good, isGap) => {
  expect(named([searches('money back', count, good)])).toHaveLength(isGap ? 1 : 0);
});

test('the site says how many searches make a gap', () => {
  expect(named([searches('money back', 9)], 10)).toEqual([]);
  expect(named([searches('money back', 10)], 10)).toHaveLength(1);
});

test('an ignored result counts as much as none', () => {
  const ignored = { locale: 'en', query: 'money back', searches: 6, withoutResult: 0, ignored: 6 };
  expect(gaps([ignored]).map(failuresOf)).toEqual([6]);
});

test.each(['x', 'asdfghj', 'aaaaaa', '12345', '???', 'sdkfjhg', 'b ö', 'qwertz 99'])(
  'keys that were hit at random are no gap: %s',
  (query) => {
    expect(named([searches(query, 50)])).toEqual([]);
  },
);

test.each(['vpn', 'html', 'api key', 'größe', '退款', 'https', 'wert', 'rhythm', '404 page'])(
  'short words and abbreviations are words: %s',
  (query) => {
    expect(named([searches(query, 50)])).toEqual([`${query}: 50`]);
  },
);

test('what may tell who asked is neither counted nor shown', () => {
  expect(
    gaps([
      searches('refund for jane@example.com', 50),
      searches('refund for', 2),
      searches('my iban is DE89 3704 0044 0532 0130 00', 50),
    ]),
  ).toEqual([]);
});

test('a phrasing with a word that hardly anybody used is counted, but not shown', () => {
  const [gap, ...others] = gaps([searches('refund voucher', 9), searches('refund voucher mustermann', 4)]);
  expect(others).toEqual([]);
  expect(gap).toMatchObject({ phrasings: [{ query: 'refund voucher', searches: 9 }], searches: 13 });
  expect(gaps([searches('voucher', 9, 9), searches('voucher mustermann', 4)], 2)).toEqual([]);
});

test('any searches give gaps that add up, and the same ones in any order', () => {
  const word = fc.constantFrom(
    'refund',
    'refunds',
    'voucher',
    'late',
    'the',
    'x',
    'error',
    '1005',
    'Max',
    'a@b.de',
  );
  const search = fc
    .record({
      locale: fc.constantFrom('en', 'de'),
      query: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
      withoutResult: fc.nat(20),
      ignored: fc.nat(20),
      good: fc.nat(20),
    })
    .map(({ good, ...one }) => ({ ...one, searches: good + one.withoutResult + one.ignored }));
  const distinct = fc.uniqueArray(search, {
    selector: ({ locale, query }) => `${locale} ${query}`,
    maxLength: 30,
  });
  fc.assert(
    fc.property(distinct, (given) => {
      const found = gaps(given);
      expect(gaps(given.toReversed())).toEqual(found);
      const known = new Set(given.map(({ locale, query }) => `${locale} ${query}`));
      for (const gap of found) {
        expect(gap.searches).toBeGreaterThanOrEqual(5);
        expect(failuresOf(gap) / gap.searches).toBeGreaterThan(0.5);
        expect(gap.phrasings.every(({ query }) => known.has(`${gap.locale} ${query}`))).toBe(true);
        expect(gap.phrasings.some(({ query }) => query.includes('@'))).toBe(false);
      }
      const total = (of: readonly { searches: number }[]) => of.reduce((sum, one) => sum + one.searches, 0);
      expect(total(found)).toBeLessThanOrEqual(total(given));
    }),
  );
});
