import { expect, test } from 'vitest';
import type { GoldenQuery } from '../../src/core/golden-query.ts';
import { findUnfindable } from '../../src/core/rules/unfindable.ts';
import { placeGoldenQueries } from '../../src/search/place-golden-queries.ts';
import { others, type Settings, smallContent, smallIndex, type Writing } from './small-index.ts';

const TODAY = '2026-05-01';
const SITE: Writing[] = [
  { id: 'billing/refund', title: 'Get a refund', text: 'Your money comes back.' },
  { id: 'billing/late', title: 'A late refund', text: 'Wait for the refund.' },
  { id: 'shop/voucher', title: 'Redeem a voucher', text: 'A voucher is no refund.' },
  ...others(),
];

async function unfindable(
  queries: (Pick<GoldenQuery, 'query' | 'article'> & Partial<GoldenQuery>)[],
  writings: Writing[] = SITE,
  settings?: Settings,
) {
  const { content } = smallContent(writings, settings);
  const placements = await placeGoldenQueries(
    {
      ...content,
      queries: queries.map((query) => ({ locale: 'en', top: 3, ...query })),
      queryLines: queries.map((_, place) => place * 3 + 1),
    },
    TODAY,
  );
  return findUnfindable(placements, content);
}

test('a query that brings its article up is fine', async () => {
  expect(
    await unfindable([
      { query: 'get a refund', article: 'billing/refund', top: 1 },
      { query: 'money back', article: 'billing/refund' },
      { query: 'vouchr', article: 'shop/voucher', top: 1 },
    ]),
  ).toEqual([]);
});

test('another article in the first place is named, with the place of the expected', async () => {
  expect(
    await unfindable([
      { query: 'get a refund', article: 'billing/refund' },
      { query: 'voucher', article: 'shop/voucher', top: 1 },
      { query: 'get a refund', article: 'shop/voucher', top: 1 },
    ]),
  ).toEqual([
    {
      rule: 'unfindable',
      severity: 'error',
      article: 'shop/voucher',
      locale: 'en',
      file: 'queries.yaml',
      line: 7,
      message:
        '"get a refund" brings `shop/voucher` up at place 3, not among the first 1; first is `billing/refund` (Get a refund).',
      hint: 'Add the query to `questions` in the frontmatter of the article, or its words to synonyms.yaml.',
    },
  ]);
});

test('the last of the places that count is good enough', async () => {
  const places = { query: 'get a refund', article: 'shop/voucher' };
  expect(await unfindable([{ ...places, top: 3 }])).toEqual([]);
  expect(await unfindable([{ ...places, top: 2 }])).toHaveLength(1);
});

test('an article that does not come up at all comes up nowhere', async () => {
  const [first, second] = await unfindable([
    { query: 'late refund', article: 'other/x1' },
    { query: 'qqq', article: 'billing/refund', top: 10 },
  ]);
  expect(first?.message).toBe(
    '"late refund" brings `other/x1` up nowhere, not among the first 3; first is `billing/late` (A late refund).',
  );
  expect(second?.message).toBe(
    '"qqq" brings `billing/refund` up nowhere, not among the first 10; nothing is found.',
  );
});

test('drafts are neither asked for nor in the way', async () => {
  const draft: Writing = { id: 'billing/new', title: 'Late refund', questions: ['late refund'], draft: true };
  expect(
    await unfindable(
      [
        { query: 'late refund', article: 'billing/new', top: 1 },
        { query: 'late refund', article: 'billing/late', top: 1 },
      ],
      [draft, ...SITE],
    ),
  ).toEqual([]);
});

test('an article that is not there, or a language that the site has not, is left to other checks', async () => {
  expect(
    await unfindable([
      { query: 'refund', article: 'billing/gone' },
      { query: 'refund', article: 'billing/refund', locale: 'fr' },
    ]),
  ).toEqual([]);
});

test('each query is asked in its own language', async () => {
  const german: Writing[] = [
    { id: 'billing/refund', title: 'Geld zurück', locale: 'de' },
    { id: 'billing/late', title: 'Erstattung', locale: 'de' },
  ];
  const findings = await unfindable(
    [
      { query: 'Erstattung', article: 'billing/refund', locale: 'de', top: 1 },
      { query: 'Geld', article: 'billing/refund', locale: 'de', top: 1 },
      { query: 'refund', article: 'billing/refund', top: 2 },
    ],
    [...SITE, ...german],
    { locales: ['en', 'de'] },
  );
  expect(findings.map(({ locale, message }) => [locale, message])).toEqual([
    [
      'de',
      '"Erstattung" brings `billing/refund` up nowhere, not among the first 1; first is `billing/late` (Erstattung).',
    ],
  ]);
});

test('what readers do not find is not found here either, however far the results are looked through', async () => {
  const scattered =
    'A router stands here.\nSomebody blinks.\nAn orange thing lies there.\nThe dark night comes.';
  const rivals = Array.from({ length: 14 }, (_, place) => ({
    id: `a/x${place}`,
    title: `Zab ${place}`,
    text: scattered,
  }));
  const lights: Writing = {
    id: 'z/lights',
    title: 'Lights',
    text: `Router blinks orange night.\n${'Cables lie in the box with paper and glue, too.\n'.repeat(2)}`,
  };
  const site = [...rivals, lights, ...others()];
  const query = 'router blinks orange night';
  const { ids } = await smallIndex(site);
  const shown = await ids(query);
  expect(shown).not.toContain('z/lights');
  expect(await ids(query, { limit: 30 })).toEqual([...shown, ...(await ids(query, { limit: 30 })).slice(10)]);
  expect(await unfindable([{ query, article: 'z/lights', top: 10 }], site)).toHaveLength(1);
});

test('a query is cut where the search field cuts it', async () => {
  const [finding] = await unfindable([
    { query: `${'hello '.repeat(40)}voucher`, article: 'shop/voucher', top: 10 },
  ]);
  expect(finding?.message).toContain('nothing is found');
});
