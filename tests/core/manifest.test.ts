import { expect, test } from 'vitest';
import { type Manifest, manifestOf, manifestSchema, textsOf } from '../../src/core/manifest.ts';
import { anArticle } from './an-article.ts';

const articles = [
  anArticle({ id: 'billing/refund', locale: 'de', revision: 'b3f9a1c0b7d2' }),
  anArticle({ id: 'imprint', locale: 'de', revision: 'a00000000000' }),
  anArticle({ id: 'billing/refund', locale: 'en', revision: 'f0c1d2e3a4b5' }),
];

const manifest: Manifest = {
  version: 1,
  articles: {
    'billing/refund': { de: 'b3f9a1c0b7d2', en: 'f0c1d2e3a4b5' },
    imprint: { de: 'a00000000000' },
  },
};

test('a manifest names the revision of each article in each language', () => {
  expect(manifestOf(articles)).toEqual(manifest);
  expect(textsOf(manifest)).toEqual([
    { article: 'billing/refund', locale: 'de', revision: 'b3f9a1c0b7d2' },
    { article: 'billing/refund', locale: 'en', revision: 'f0c1d2e3a4b5' },
    { article: 'imprint', locale: 'de', revision: 'a00000000000' },
  ]);
});

test('what was written can be read, and what is something else cannot', () => {
  expect(manifestSchema.parse(JSON.parse(JSON.stringify(manifest)))).toEqual(manifest);
  for (const other of [
    {},
    { ...manifest, version: 2 },
    { ...manifest, more: true },
    { version: 1, articles: { 'billing/refund': 'b3f9a1c0b7d2' } },
    { version: 1, articles: { 'billing/refund': { de: 'latest' } } },
    { version: 1, articles: { '../refund': { de: 'b3f9a1c0b7d2' } } },
  ]) {
    expect(manifestSchema.safeParse(other).success).toBe(false);
  }
});
