import { describe, expect, test } from 'vitest';
import { likenessOf, narrow, rank } from '../../src/search/rank.ts';
import { understand } from '../../src/search/understand.ts';
import { others, type Settings, smallIndex, type Writing } from './small-index.ts';

const filler = (words: number) => Array.from({ length: words }, (_, place) => `filler${place}`).join(' ');

/** Ranks a few articles among others that hold nothing of the query. */
async function ranked(writings: Omit<Writing, 'title'>[] | Writing[], settings?: Settings) {
  const all = writings.map((writing): Writing => ({ title: 'Untitled', ...writing }));
  const { index } = await smallIndex([...all, ...others()], settings);
  return async (query: string, options = {}) => {
    const found = rank(await understand(query, index), index, options);
    return narrow(found, index, options).map(({ article, ...rest }) => ({ id: all[article]?.id, ...rest }));
  };
}

async function order(writings: Omit<Writing, 'title'>[] | Writing[], query: string): Promise<unknown[]> {
  return (await (await ranked(writings))(query)).map(({ id }) => id);
}

describe('what comes first', () => {
  test('all words of the query, before one of them often', async () => {
    const often = { id: 'a/often', text: 'refund refund refund here today' };
    const all = { id: 'a/all', text: 'refund by card here today' };
    expect(await order([often, all], 'refund card')).toEqual(['a/all', 'a/often']);
  });

  test('a word in the title, before one in the text', async () => {
    const inText = { id: 'a/text', title: 'Something else', text: `refund refund refund ${filler(20)}` };
    const inTitle = { id: 'a/title', title: 'Our refund', text: filler(23) };
    expect(await order([inText, inTitle], 'refund')).toEqual(['a/title', 'a/text']);
  });

  test('a word in a question of the customers, before one in the text', async () => {
    const inText = { id: 'a/text', text: `refund refund refund ${filler(20)}` };
    const asked = { id: 'a/asked', text: filler(23), questions: ['Where is my refund?'] };
    expect(await order([inText, asked], 'refund')).toEqual(['a/asked', 'a/text']);
  });

  test.each<[string, Partial<Writing>]>([
    ['heading', { sections: { Refund: 'More.' } }],
    ['tag', { tags: ['refund'] }],
    ['description', { description: 'On each refund.' }],
  ])('a word in a %s, before one in the text', async (_, given) => {
    const inText = { id: 'a/text', text: `refund ${filler(20)}` };
    expect(await order([inText, { id: 'a/other', text: filler(20), ...given }], 'refund')).toEqual([
      'a/other',
      'a/text',
    ]);
  });

  test('a title that says nothing else, before one that says more', async () => {
    const longer = { id: 'a/longer', title: 'Refund of travel costs abroad' };
    expect(await order([longer, { id: 'a/short', title: 'Refund' }], 'refund')).toEqual([
      'a/short',
      'a/longer',
    ]);
  });

  test('a question that asks for nothing else, before one that asks for more', async () => {
    const more = { id: 'a/more', questions: ['Refund of travel costs abroad?'] };
    expect(await order([more, { id: 'a/only', questions: ['Refund?'] }], 'refund')).toEqual([
      'a/only',
      'a/more',
    ]);
  });

  test('a rare word, before a frequent one', async () => {
    const frequent = Array.from({ length: 8 }, (_, place) => ({ id: `a/card${place}`, text: 'card' }));
    const [first] = await order([...frequent, { id: 'a/chip', text: 'chip' }], 'card chip');
    expect(first).toBe('a/chip');
  });

  test('a word in a short text, before one in a long text', async () => {
    const long = { id: 'a/long', text: `refund ${filler(30)}` };
    expect(await order([long, { id: 'a/short', text: `refund ${filler(5)}` }], 'refund')).toEqual([
      'a/short',
      'a/long',
    ]);
  });

  test('a word of the subject, and not what merely shares a small word with it', async () => {
    const articles = [
      { id: 'a/refund', title: 'Ask for a refund', text: filler(5) },
      ...Array.from({ length: 12 }, (_, place) => ({ id: `a/other-${place}`, title: `A word ${place}` })),
    ];
    expect(await order(articles, 'ask for a refund')).toEqual(['a/refund']);
  });

  test('nothing where all but small words are unknown', async () => {
    const articles = Array.from({ length: 300 }, (_, place) => ({
      id: `a/${place}`,
      title: `In a word ${place}`,
    }));
    expect(await order(articles, 'weather tomorrow in berlin')).toEqual([]);
  });

  test('a compound word whole, before its part', async () => {
    const rankIn = await ranked(
      [
        { id: 'a/part', title: 'Lieferfrist' },
        { id: 'a/whole', title: 'Frist und liefer' },
      ],
      { locales: ['de'] },
    );
    expect((await rankIn('Frist')).map(({ id }) => id)).toEqual(['a/whole', 'a/part']);
  });

  test('a compound word whose part is asked for, umlaut or not', async () => {
    const rankIn = await ranked(
      [
        { id: 'a/compound', title: 'Mahnungsgebühr' },
        { id: 'a/parts', title: 'Mahnung', text: 'Jede Gebühr.' },
      ],
      { locales: ['de'] },
    );
    for (const query of ['Gebühr', 'Gebühren', 'Gebuehr']) {
      expect((await rankIn(query)).map(({ id }) => id)).toContain('a/compound');
    }
  });

  test('the earlier article, of two that are alike', async () => {
    const alike = ['b', 'a', 'c'].map((name) => ({ id: `a/${name}`, title: 'Refund' }));
    expect(await order(alike, 'refund')).toEqual(['a/b', 'a/a', 'a/c']);
  });
});

test('an article that holds half of a query counts less than half of one that holds it all', async () => {
  const rankIn = await ranked([
    { id: 'a/both', text: 'refund card' },
    { id: 'a/one', text: 'refund chip' },
    { id: 'a/two', text: 'card chip' },
  ]);
  const [both, one, two] = await rankIn('refund card');
  expect([both?.id, one?.id, two?.id]).toEqual(['a/both', 'a/one', 'a/two']);
  expect(one?.score).toBeLessThan((both?.score ?? 0) / 2);
  expect(two?.score).toBeCloseTo(one?.score ?? 0);
});

test('nothing is ranked where the site knows no word of the query', async () => {
  const rankIn = await ranked([{ id: 'a/one', text: 'refund' }]);
  expect(await rankIn('qqq')).toEqual([]);
  expect(await rankIn('')).toEqual([]);
});

describe('filters', () => {
  const SITE: Writing[] = [
    { id: 'billing/a', title: 'Refund', type: 'faq', level: 'beginner' },
    { id: 'billing/b', title: 'Refund', type: 'how-to', level: 'expert' },
    { id: 'shop/c', title: 'Refund', type: 'faq' },
  ];

  test.each([
    [{}, ['billing/a', 'billing/b', 'shop/c']],
    [{ category: 'shop' }, ['shop/c']],
    [{ type: 'faq' }, ['billing/a', 'shop/c']],
    [{ level: 'expert' }, ['billing/b']],
    [{ category: 'billing', type: 'faq' }, ['billing/a']],
    [{ category: 'shop', level: 'expert' }, []],
    [{ category: 'elsewhere' }, []],
  ])('%j leave %j', async (options, ids) => {
    const rankIn = await ranked(SITE);
    expect((await rankIn('refund', options)).map(({ id }) => id)).toEqual(ids);
  });
});

describe('the preferred level', () => {
  const SITE: Writing[] = [
    { id: 'a/exact', title: 'Refund', text: 'Refund.', level: 'beginner' },
    { id: 'a/near', title: 'Refund', text: 'Refund.', level: 'expert' },
    { id: 'a/none', title: 'Refund', text: 'Refund.' },
    { id: 'a/far', title: 'Refund of travel costs', text: 'Refund.', level: 'expert' },
  ];

  test('comes first among equals, and hides nothing', async () => {
    const rankIn = await ranked(SITE);
    const ids = async (options = {}) => (await rankIn('refund', options)).map(({ id }) => id);
    expect(await ids()).toEqual(['a/exact', 'a/near', 'a/none', 'a/far']);
    expect(await ids({ preferred: 'expert' })).toEqual(['a/near', 'a/exact', 'a/none', 'a/far']);
    expect(await ids({ preferred: 'beginner' })).toEqual(['a/exact', 'a/near', 'a/none', 'a/far']);
    expect(await ids({ preferred: 'experienced' })).toEqual(await ids());
  });

  test('does not raise what fits worse', async () => {
    const rankIn = await ranked(SITE.filter(({ id }) => id !== 'a/near'));
    const [first] = await rankIn('refund', { preferred: 'expert' });
    expect(first?.id).toBe('a/exact');
  });
});

test('likeness is 1 for the same words and 0 for none in common', () => {
  expect(likenessOf(5, 5, 5)).toBe(1);
  expect(likenessOf(0, 0, 0)).toBe(0);
  expect(likenessOf(2, 4, 4)).toBe(0.5);
  // Rounded sums may be a little less than what they hold in common.
  expect(likenessOf(5, 5, 4.9)).toBe(1);
});
