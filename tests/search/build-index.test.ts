import { beforeAll, describe, expect, test } from 'vitest';
import { FORMAT, HEAD } from '../../src/search/index-files.ts';
import { openIndex } from '../../src/search/open-index.ts';
import { rarity } from '../../src/search/posting.ts';
import { search } from '../../src/search/search.ts';
import { builtFiles, others, type SmallIndex, smallIndex, type Writing } from './small-index.ts';

const REFUND: Writing = { id: 'billing/refund', title: 'Get a refund', text: 'Money comes back in a week.' };
const INVOICE: Writing = { id: 'billing/invoice', title: 'Get an invoice', text: 'By e-mail.' };

describe('the name of a build', () => {
  const nameOf = async (...articles: Writing[]) => (await smallIndex(articles)).index.head.build;

  test('is the same for the same articles, and so is every file', async () => {
    expect((await builtFiles([REFUND, INVOICE])).files).toEqual((await builtFiles([REFUND, INVOICE])).files);
  });

  test.each<[string, Writing]>([
    ['word of the text', { ...REFUND, text: 'Money comes back in a month.' }],
    ['word of the title', { ...REFUND, title: 'Get the refund' }],
    ['description', { ...REFUND, description: 'Other' }],
    ['question', { ...REFUND, questions: ['Money?'] }],
    ['type', { ...REFUND, type: 'faq' }],
    ['level', { ...REFUND, level: 'expert' }],
    ['letter in capitals', { ...REFUND, text: 'MONEY comes back in a week.' }],
  ])('is another after a changed %s', async (_, changed) => {
    expect(await nameOf(changed, INVOICE)).not.toBe(await nameOf(REFUND, INVOICE));
  });

  test('is another after a category was given another title', async () => {
    const named = (title: string) => smallIndex([REFUND], { categories: { billing: title } });
    expect((await named('Money')).index.head.build).not.toBe((await named('Billing')).index.head.build);
  });

  test('is that of the folder of all files but the first', async () => {
    const { files, read } = await builtFiles([REFUND]);
    const { head } = await openIndex(read, 'en');
    expect(head.format).toBe(FORMAT);
    for (const path of files.keys()) {
      if (path !== `en/${HEAD}`) expect(path.startsWith(`en/${head.build}/`)).toBe(true);
    }
  });
});

describe('languages', () => {
  const GERMAN: Writing = { id: 'konto/passwort', title: 'Passwort ändern', locale: 'de' };

  test('do not find one another’s articles', async () => {
    const english = await smallIndex([REFUND, GERMAN], { locales: ['en', 'de'] });
    const german = await smallIndex([{ ...REFUND, locale: 'en' }, GERMAN], { locales: ['de', 'en'] });
    expect([await english.ids('refund'), await english.ids('passwort')]).toEqual([['billing/refund'], []]);
    expect([await german.ids('refund'), await german.ids('passwort')]).toEqual([[], ['konto/passwort']]);
  });

  test('of which the site knows nothing have no index', async () => {
    const { files } = await builtFiles([REFUND, GERMAN]);
    expect([...files.keys()].filter((path) => !path.startsWith('en/'))).toEqual([]);
  });

  test('without articles answer that there is nothing', async () => {
    const { find } = await smallIndex([GERMAN], { locales: ['en', 'de'] });
    expect(await find('refund')).toMatchObject({ total: 0, results: [], confidence: 0, isUnsure: true });
  });
});

test('a category is called by its title, or by its folder where it has none', async () => {
  const { find } = await smallIndex([REFUND, { id: 'shop/refund', title: 'Refund in the shop' }], {
    categories: { billing: 'Invoices and payments' },
  });
  const { results } = await find('refund');
  expect(new Set(results.map(({ category }) => category))).toEqual(
    new Set(['Invoices and payments', 'shop']),
  );
});

test('synonyms find what does not say the word itself', async () => {
  const { ids } = await smallIndex([REFUND, INVOICE, ...others()], {
    synonyms: [['refund', 'reimbursement']],
  });
  expect(await ids('reimbursement')).toEqual(['billing/refund']);
});

test('a word weighs most in a title, less in a heading or a question, and least in a text', async () => {
  const words = 'Some words that stand in each';
  const { index } = await smallIndex([
    { id: 'a/both', title: 'Refund', text: words, questions: ['Refund?'] },
    { id: 'a/title', title: 'Refund', text: words },
    { id: 'a/heading', title: 'Other', text: words, sections: { Refund: '' } },
    { id: 'a/question', title: 'Other', text: words, questions: ['Refund?'] },
    { id: 'a/text', title: 'Other', text: words.replace('each', 'refund') },
  ]);
  const postings = (await index.term('refund'))?.postings;
  const [both = 0, title = 0, heading = 0, question = 0, text = 0] = [...(postings?.values() ?? [])].map(
    ({ weight }) => weight,
  );
  expect(both).toBeGreaterThan(title);
  expect(title).toBeGreaterThan(heading);
  expect(title).toBeGreaterThan(question);
  expect(heading).toBeGreaterThan(text);
  expect(question).toBeGreaterThan(text);
  expect(text).toBeGreaterThan(0);
});

describe('a site of 1,600 articles that all hold one word', () => {
  let site: SmallIndex;
  beforeAll(async () => {
    site = await smallIndex(
      Array.from({ length: 1600 }, (_, place) => ({
        id: `news/x${place}`,
        // The last hundred hold it in their title as well.
        title: place < 1500 ? `Mix${place}` : `Everywhere mix${place}`,
        text: `everywhere own${place}`,
      })),
    );
  });

  test('keeps of so common a word the 250 articles in which it weighs most, in a file of its own', async () => {
    const { postings = new Map() } = (await site.index.term('everywher')) ?? {};
    expect(postings.size).toBe(250);
    expect(site.index.head.common).toEqual(['everywher']);
    const last = Array.from({ length: 100 }, (_, place) => 1500 + place);
    expect(last.filter((article) => !postings.has(article))).toEqual([]);
    expect([...postings.keys()]).toEqual([...postings.keys()].sort((a, b) => a - b));
  });

  test('rates the word by all articles that hold it', async () => {
    const { rarity: own = 0, postings = new Map() } = (await site.index.term('everywher')) ?? {};
    const [{ weight }] = postings.values();
    expect(own).toBeCloseTo(rarity(1600 * Math.sqrt(weight), 1600), 1);
    expect(own).toBeLessThan(rarity(250, 1600));
  });

  test('finds each article by its own word, whatever file that stands in', async () => {
    expect(site.index.head.terms.length).toBeGreaterThan(1);
    for (let place = 0; place < 1600; place += 37) {
      const { results } = await search(site.index, `own${place}`, { isLiteral: true });
      expect(results.map(({ article }) => article)).toEqual([`news/x${place}`]);
    }
  });
});
