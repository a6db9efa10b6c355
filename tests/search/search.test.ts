import { beforeAll, describe, expect, test } from 'vitest';
import { others, type SmallIndex, smallIndex, type Writing } from './small-index.ts';

const SITE: Writing[] = [
  {
    id: 'billing/refund',
    title: 'Get a refund',
    description: 'When your money comes back.',
    type: 'faq',
    level: 'beginner',
    questions: ['How do I get my money back?'],
    text: 'Your money comes back within a week.\n\nWe pay it to the same card.',
  },
  {
    id: 'billing/late',
    title: 'A refund is late',
    type: 'troubleshooting',
    text: 'Wait for a week first.',
    sections: { 'By bank transfer': 'A transfer of a refund takes longer.' },
  },
  { id: 'shop/voucher', title: 'Redeem a voucher', level: 'expert', text: 'A voucher is no refund.' },
  { id: 'account/password', title: 'Change the password', text: 'Choose a new password.' },
];

let site: SmallIndex;
beforeAll(async () => {
  site = await smallIndex([...SITE, ...others()], { categories: { billing: 'Invoices', shop: 'Shop' } });
});

describe('results', () => {
  test('hold what a result shows', async () => {
    const { results } = await site.find('late transfer');
    expect(results).toEqual([
      {
        article: 'billing/late',
        url: '/en/billing/late/#by-bank-transfer',
        title: 'A refund is late',
        category: 'Invoices',
        type: 'troubleshooting',
        description: '–',
        heading: 'By bank transfer',
        excerpt: [
          { text: 'A ', isMatch: false },
          { text: 'transfer', isMatch: true },
          { text: ' of a refund takes longer.', isMatch: false },
        ],
      },
    ]);
    expect((await site.find('how do i get my money back')).results[0]).toMatchObject({ level: 'beginner' });
  });

  test('are as many as asked for, and all are counted', async () => {
    const { total, results } = await site.find('refund', { limit: 2 });
    expect([total, results.length]).toEqual([3, 2]);
    expect((await site.find('refund', { limit: 0 })).results).toEqual([]);
  });

  test('are ten unless told otherwise, and more where more are asked for', async () => {
    const many = Array.from({ length: 40 }, (_, place) => ({ id: `a/x${place}`, title: `Refund ${place}` }));
    const { find } = await smallIndex(many);
    expect((await find('refund')).results).toHaveLength(10);
    expect((await find('refund', { limit: 30 })).results).toHaveLength(30);
    expect((await find('refund', { limit: 100 })).results).toHaveLength(40);
  });

  test('are in an order that does not change with their number', async () => {
    const many = Array.from({ length: 14 }, (_, place) => ({
      id: `a/x${place}`,
      title: `Refund ${place}`,
      text: place === 9 ? 'A refund.' : 'Something else entirely.',
    }));
    const { ids } = await smallIndex(many);
    expect(await ids('refund', { limit: 3 })).toEqual((await ids('refund', { limit: 14 })).slice(0, 3));
    expect((await ids('refund', { limit: 1 }))[0]).toBe('a/x9');
  });

  test('of the same query are the same', async () => {
    expect(await site.find('refund by card')).toEqual(await site.find('refund by card'));
  });

  test('put the preferred level first among equals, and hide no other', async () => {
    const levels = ['beginner', 'experienced', 'expert'] as const;
    const { ids } = await smallIndex(
      levels.map((level) => ({ id: `a/${level}`, title: 'Refund', text: 'A refund takes a week.', level })),
    );
    expect(await ids('refund', { preferred: 'expert' })).toEqual(['a/expert', 'a/beginner', 'a/experienced']);
    expect(await ids('refund', { preferred: 'experienced' })).toEqual([
      'a/experienced',
      'a/beginner',
      'a/expert',
    ]);
  });

  test('put an article of which one question is the query before one that spreads it over several', async () => {
    const { ids } = await smallIndex([
      {
        id: 'a/spread',
        title: 'Cards',
        questions: ['Where is my chip?', 'What is lost?', 'Why block a card?'],
      },
      {
        id: 'a/asked',
        title: 'Cards',
        questions: ['Block a lost chip?', 'What is new?', 'Where is my card?'],
      },
      ...others(),
    ]);
    expect(await ids('block a lost chip')).toEqual(['a/asked', 'a/spread']);
  });

  test('put an article whose one sentence is the answer before one that scatters its words', async () => {
    const { ids } = await smallIndex([
      { id: 'a/scattered', title: 'Cards', text: 'A chip. Lost things. Block it. Many more words.' },
      { id: 'a/sentence', title: 'Cards', text: 'Words and things. Block a lost chip. Many more.' },
      ...others(),
    ]);
    expect(await ids('block lost chip')).toEqual(['a/sentence', 'a/scattered']);
  });
});

describe('facets', () => {
  const named = (facets: readonly { value: string; count: number }[]) =>
    facets.map(({ value, count }) => [value, count]);

  test('count what is found, the most frequent first, and only what occurs', async () => {
    const { facets } = await site.find('refund');
    expect(facets.category).toEqual([
      { value: 'billing', label: 'Invoices', count: 2 },
      { value: 'shop', label: 'Shop', count: 1 },
    ]);
    expect(named(facets.type)).toEqual([
      ['faq', 1],
      ['how-to', 1],
      ['troubleshooting', 1],
    ]);
    expect(named(facets.level)).toEqual([
      ['beginner', 1],
      ['expert', 1],
    ]);
  });

  test('come in the order of their counts, and by name where these are equal', async () => {
    const { find } = await smallIndex(
      ['c/one', 'b/two', 'b/three', 'a/four'].map((id) => ({ id, title: 'Refund' })),
    );
    expect(named((await find('refund')).facets.category)).toEqual([
      ['b', 2],
      ['a', 1],
      ['c', 1],
    ]);
  });

  test('are counted before the filters, so that another can be chosen', async () => {
    const all = await site.find('refund');
    const narrowed = await site.find('refund', { category: 'shop', level: 'expert' });
    expect(narrowed.total).toBe(1);
    expect(narrowed.results.map(({ article }) => article)).toEqual(['shop/voucher']);
    expect(narrowed.facets).toEqual(all.facets);
  });
});

describe('a corrected query', () => {
  test.each([
    ['  Chnage "my" PASSWORD, pasword!  ', 'Change "my" PASSWORD, pasword!'],
    ['refund: voucer?', 'refund: voucher?'],
    ['pasword, old Pasword', 'password, old Password'],
    ['passwrod', 'password'],
    ['Rfund + vuocher', 'Refund + voucher'],
  ])('of %s is %s: the rest stays as it was typed', async (query, corrected) => {
    expect(await site.find(query)).toMatchObject({ query: query.trim(), corrected });
  });

  test.each(['refund', 'vouch', 'qqq', '', 'voucher Refunds'])('is not there for %s', async (query) => {
    expect(await site.find(query)).not.toHaveProperty('corrected');
  });

  test('is told where the answer is doubtful, too: it was looked up', async () => {
    const answer = await site.find('vouchr for parking tickets near any airport');
    expect(answer).toMatchObject({
      isUnsure: true,
      corrected: 'voucher for parking tickets near any airport',
    });
    expect(answer.words[0]).toEqual({ asked: 'vouchr', found: ['voucher'], how: 'corrected' });
  });

  test('is not there where words are taken literally', async () => {
    const answer = await site.find('voucer', { isLiteral: true });
    expect(answer).not.toHaveProperty('corrected');
    expect(answer.words).toEqual([{ asked: 'voucer', found: [], how: 'unknown' }]);
    expect(answer.total).toBe(0);
  });

  test('finds what the right one finds', async () => {
    expect(await site.ids('pasword chnage')).toEqual(await site.ids('password change'));
  });
});

test('each word of the query tells how it was understood, in its order', async () => {
  const { words } = await site.find('Refunds vouch pasword qqq');
  expect(words).toEqual([
    { asked: 'Refunds', found: ['refunds'], how: 'known' },
    { asked: 'vouch', found: ['voucher'], how: 'beginning' },
    { asked: 'pasword', found: ['password'], how: 'corrected' },
    { asked: 'qqq', found: [], how: 'unknown' },
  ]);
});

test('a later reading of the same index finds the same', async () => {
  const again = await smallIndex([...SITE, ...others()], {
    categories: { billing: 'Invoices', shop: 'Shop' },
  });
  expect(await again.find('refund')).toEqual(await site.find('refund'));
});
