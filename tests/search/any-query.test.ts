import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ARTICLE_TYPES, LEVELS } from '../../src/core/article.ts';
import { others, type SmallIndex, smallIndex, type Writing } from './small-index.ts';

const SITE: Writing[] = [
  { id: 'konto/kündigen', title: 'Vertrag kündigen', type: 'faq', text: 'Die Frist ist ein Monat. Größe 5.' },
  {
    id: 'konto/frist',
    title: 'Lieferungsfrist',
    level: 'expert',
    text: 'Die Lieferung kommt. 🙂 退款期限 ก่อน',
  },
  {
    id: 'shop/netz',
    title: 'Netzteil <b>',
    level: 'beginner',
    sections: { Kabel: 'Ein Kabel. constructor' },
  },
];

let site: SmallIndex;
beforeAll(async () => {
  site = await smallIndex([...SITE, ...others(5)], { locales: ['de'], synonyms: [['Frist', 'letzter Tag']] });
});

describe('a query of', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\u00a0 '],
    ['punctuation', '?!… „“ — .*+[](){}|\\^$'],
    ['emoji', '🙂👩‍👩‍👧‍👦🏳️‍🌈'],
    ['quotation marks', '""\'\''],
    ['a lone half of an emoji', '\ud83d'],
    ['control characters', '\u0000\u0007\u200d\ufeff'],
    ['10,000 letters', 'x'.repeat(10_000)],
  ])('%s finds nothing, and says so', async (_, query) => {
    expect(await site.find(query)).toEqual({
      query: query.trim(),
      words: [],
      total: 0,
      results: [],
      confidence: 0,
      isUnsure: true,
      facets: { category: [], type: [], level: [] },
    });
  });

  test.each([
    ['HTML', '<script>alert("Frist")</script>', 'konto/frist'],
    ['a regular expression', '^(frist|[a-z]+)*$', 'konto/frist'],
    ['a word among emoji', '🙂Netzteil🙂', 'shop/netz'],
    ['the name of a property', 'constructor', 'shop/netz'],
    ['letters with separate accents', 'ku\u0308ndigen', 'konto/kündigen'],
    ['words in capitals', 'VERTRAG KÜNDIGEN', 'konto/kündigen'],
    ['another script', '退款', 'konto/frist'],
  ])('%s finds its words', async (_, query, article) => {
    expect(await site.ids(query)).toContain(article);
  });

  test.each(['__proto__', 'toString', 'hasOwnProperty', 'ффф', 'עברית', '한국어', '𐐀𐐁'])(
    '%s, which the site does not know, finds nothing',
    async (query) => {
      expect(await site.find(query)).toMatchObject({ total: 0, confidence: 0 });
    },
  );

  test('1,000 words is answered by its first', async () => {
    const { total, words } = await site.find(`Netzteil ${'wort '.repeat(1000)}`);
    expect([total, words.length]).toEqual([1, 2]);
  });

  test('10,000 letters without spaces between words is answered, too', async () => {
    const letters = Array.from({ length: 10_000 }, (_, place) => String.fromCharCode(0x4e00 + place)).join(
      '',
    );
    expect((await site.find(`退款${letters}`)).total).toBe(1);
  });
});

/** Letters, pieces of words that the site knows, and anything else. */
const query = fc.array(
  fc.oneof(
    fc.constantFrom(
      'Frist',
      'Vertrag ',
      'kund',
      'netz',
      'teil',
      'lieferung',
      's',
      ' ',
      '退',
      '款',
      'ก',
      '"',
      '<',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  ),
  { maxLength: 8 },
);
const options = fc.record(
  {
    category: fc.constantFrom('konto', 'shop', 'nowhere'),
    type: fc.constantFrom(...ARTICLE_TYPES),
    level: fc.constantFrom(...LEVELS),
    preferred: fc.constantFrom(...LEVELS),
    isLiteral: fc.boolean(),
    limit: fc.nat({ max: 20 }),
  },
  { requiredKeys: [] },
);

test('any query is answered, and the answer agrees with itself', async () => {
  const texts = SITE.flatMap(({ text = '', description = '–', sections = {} }) => [
    text,
    description,
    ...Object.values(sections),
  ]);
  await fc.assert(
    fc.asyncProperty(query, options, async (parts, options) => {
      const asked = parts.join('');
      const answer = await site.find(asked, options);
      const { evidence, facets, total } = answer;
      expect(answer.query).toBe(asked.trim());
      expect(answer.results.length).toBeLessThanOrEqual(Math.min(total, options.limit ?? 10));
      expect(new Set(answer.results.map(({ article }) => article)).size).toBe(answer.results.length);
      expect(answer.confidence).toBeGreaterThanOrEqual(0);
      expect(answer.confidence).toBeLessThanOrEqual(1);
      if (total === 0) expect(answer).toMatchObject({ confidence: 0, isUnsure: true, results: [] });
      if (evidence) {
        for (const share of [evidence.lead, evidence.unknown, evidence.sentence]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        for (const amount of [evidence.score, evidence.weight]) expect(amount).toBeGreaterThan(0);
      }
      for (const word of answer.words) {
        expect(asked).toContain(word.asked);
        expect(word.found.length > 0).toBe(word.how !== 'unknown');
        if (options.isLiteral) expect(['known', 'unknown']).toContain(word.how);
      }
      for (const { excerpt, article } of answer.results) {
        const shown = excerpt.map(({ text }) => text).join('');
        if (!article.startsWith('other/')) expect(texts.some((text) => text.includes(shown))).toBe(true);
        for (const [place, { text, isMatch }] of excerpt.entries()) {
          expect(text).not.toBe('');
          expect(excerpt[place + 1]?.isMatch).not.toBe(isMatch);
        }
      }
      const unfiltered = await site.find(asked, { isLiteral: options.isLiteral });
      expect(facets).toEqual(unfiltered.facets);
      for (const counts of Object.values(facets)) {
        for (const { count } of counts) {
          expect(count).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(unfiltered.total);
        }
      }
      for (const key of ['category', 'type', 'level'] as const) {
        if (!options[key]) continue;
        const alone = await site.find(asked, { isLiteral: options.isLiteral, [key]: options[key] });
        expect(alone.total).toBe(facets[key].find(({ value }) => value === options[key])?.count ?? 0);
      }
      expect((await site.find(asked, { ...options, preferred: undefined })).total).toBe(total);
    }),
    { numRuns: 150 },
  );
});
