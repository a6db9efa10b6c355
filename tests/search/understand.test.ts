import { beforeAll, describe, expect, test } from 'vitest';
import { understand } from '../../src/search/understand.ts';
import { type SmallIndex, smallIndex } from './small-index.ts';

let english: SmallIndex;
let german: SmallIndex;

beforeAll(async () => {
  english = await smallIndex([
    { id: 'a/refund', title: 'Refund of a payment', text: 'Form, farm and firm. A cat. An application.' },
    { id: 'a/café', title: 'The café', text: 'Applications and notifications. Refunds. Firm, firm, firm.' },
  ]);
  german = await smallIndex(
    [
      {
        id: 'a/eins',
        title: 'Vertrag kündigen',
        text: 'Die Lieferung und ihre Frist. Ein Netzteil, ein Kabel.',
      },
      { id: 'a/zwei', title: 'Passwort vergessen', text: 'Größe des Bildschirms. Installation. Das Netz.' },
    ],
    { locales: ['de'] },
  );
});

async function meant(site: SmallIndex, query: string, isLiteral?: boolean) {
  const words = await understand(query, site.index, isLiteral);
  return words.map(({ asked, how, found }) => [asked, how, ...found]);
}

describe('a known word', () => {
  test.each(['refund', 'Refunds', 'REFUNDED'])(
    '%s is looked up by its stem and never corrected',
    async (word) => {
      const [only] = await understand(word, english.index);
      expect(only).toMatchObject({ asked: word, how: 'known', found: [word.toLowerCase()] });
      expect(only?.terms.map(({ term, share }) => [term, share])).toEqual([['refund', 1]]);
    },
  );

  test('stays what it is where a word with one letter more is more frequent', async () => {
    expect(await meant(english, 'form')).toEqual([['form', 'known', 'form']]);
    expect(await meant(english, 'farm')).toEqual([['farm', 'known', 'farm']]);
  });
});

describe('a beginning', () => {
  test('stands for the words that begin with it', async () => {
    const [only] = await understand('appl', english.index);
    expect(only).toMatchObject({ how: 'beginning' });
    expect(new Set(only?.found)).toEqual(new Set(['application', 'applications']));
  });

  test('has at least two letters', async () => {
    expect(await meant(english, 'n')).toEqual([['n', 'unknown']]);
    expect(await meant(english, 'no')).toEqual([['no', 'beginning', 'notifications']]);
  });

  test('stands for six words at most, the most frequent', async () => {
    const words = Array.from({ length: 20 }, (_, place) => `pre${String.fromCharCode(97 + place)}xyzwv`);
    const { index } = await smallIndex([
      { id: 'a/one', title: 'One', text: [...words, ...words.slice(14)].join(' ') },
    ]);
    const [only] = await understand('pre', index);
    expect(new Set(only?.found)).toEqual(new Set(words.slice(14)));
  });
});

describe('letters with accents', () => {
  test.each([
    ['kuendigen', 'kündigen'],
    ['groesse', 'größe'],
  ])('%s is %s', async (typed, word) => {
    const [only] = await understand(typed, german.index);
    expect(only?.found).toContain(word);
    expect(only?.terms.map(({ term }) => term)).toContain(german.index.language.stemOf(word));
  });

  test('may be left out, or be too many', async () => {
    expect((await meant(english, 'cafe'))[0]?.slice(0, 2)).toEqual(['cafe', 'known']);
    expect((await understand('kundigen', german.index))[0]?.terms).toHaveLength(1);
    expect((await understand('pàssword', german.index))[0]?.found).toEqual(['passwort']);
  });
});

describe('typing errors', () => {
  test.each([
    ['paymnt', 'payment', 'a letter lost'],
    ['paymment', 'payment', 'a letter twice'],
    ['paymemt', 'payment', 'another letter'],
    ['paymetn', 'payment', 'two swapped'],
    ['apyment', 'payment', 'the first two swapped'],
    ['fom', 'form', 'three letters'],
    ['aplicatoin', 'application', 'two in ten letters'],
    ['ntoification', 'notifications', 'another form of the word'],
    ['paimemt', 'payment', 'two in seven letters, where nothing else is like it'],
  ])('%s is corrected to %s: %s', async (typed, word) => {
    const [only] = await understand(typed, english.index);
    expect(only?.how).toBe('corrected');
    expect(only?.found).toContain(word);
  });

  test.each([
    ['ct', 'one in two letters'],
    ['pagt', 'two in four letters'],
    ['paiment'.replace('ent', 'amt'), 'three in seven letters'],
    ['xayment', 'another first letter'],
  ])('%s is not corrected: %s', async (typed) => {
    expect((await understand(typed, english.index))[0]?.how).not.toBe('corrected');
  });

  test('of words that are equally near, the most frequent comes first and counts most', async () => {
    const [only] = await understand('frm', english.index);
    expect(only?.found[0]).toBe('firm');
    expect(new Set(only?.found)).toEqual(new Set(['firm', 'farm', 'form']));
    const [first, ...rest] = only?.terms ?? [];
    for (const { share } of rest) expect(share).toBeLessThan(first?.share ?? 0);
  });

  test('a nearer word is preferred to a more frequent one', async () => {
    const { index } = await smallIndex([
      {
        id: 'a/one',
        title: 'Cancellation',
        text: `${'cancelations '.repeat(30)} cancellations`,
      },
    ]);
    expect((await understand('cancellatons', index))[0]?.found).toEqual(['cancellations']);
  });

  test('a guess counts less than the word itself', async () => {
    for (const typed of ['paymnt', 'paym', 'apyment']) {
      for (const { share } of (await understand(typed, english.index))[0]?.terms ?? []) {
        expect(share).toBeLessThan(1);
        expect(share).toBeGreaterThan(0);
      }
    }
  });
});

test('a number is not corrected to another', async () => {
  const codes = await smallIndex([{ id: 'a/code', title: 'Error 1004 of model A52', text: 'Restart.' }]);
  expect(await meant(codes, '1005')).toEqual([['1005', 'unknown']]);
  expect(await meant(codes, '100')).toEqual([['100', 'beginning', '1004']]);
  expect(await meant(codes, 'a53')).toEqual([['a53', 'corrected', 'a52']]);
});

describe('compound words in German', () => {
  test('that the site does not know are looked up by their parts', async () => {
    const [only] = await understand('Lieferungsfrist', german.index);
    expect(only).toMatchObject({ asked: 'Lieferungsfrist', how: 'compound', found: ['lieferung', 'frist'] });
    expect(only?.terms.map(({ term }) => term)).toEqual(['liefer', 'frist']);
  });

  test('are looked up by parts with umlauts, too', async () => {
    const { index } = await smallIndex(
      [{ id: 'a/eins', title: 'Gebühr', text: 'Mahnung und Änderung. Bücher im Regal.' }],
      { locales: ['de'] },
    );
    for (const [query, parts] of [
      ['Mahnungsgebühr', ['mahnung', 'gebühr']],
      ['Änderungsgebühr', ['änderung', 'gebühr']],
      ['Bücherregal', ['bücher', 'regal']],
    ] as const) {
      const [only] = await understand(query, index);
      expect(only).toMatchObject({ how: 'compound', found: parts });
      expect(only?.terms.map(({ term }) => term)).toEqual(parts.map((part) => index.language.stemOf(part)));
    }
  });

  test('whose end the site does not know are looked up by their longest beginning', async () => {
    const { index } = await smallIndex(
      [{ id: 'a/eins', title: 'Rechnung', text: 'Rechnungsnummer. Rech.' }],
      {
        locales: ['de'],
      },
    );
    const [only] = await understand('Rechnungsnummernkreis', index);
    expect(only).toMatchObject({ how: 'compound', found: ['rechnungsnummer'] });
    expect(await understand('Rechxyzqwv', index)).toMatchObject([{ how: 'unknown' }]);
  });

  test('are not cut in other languages', async () => {
    expect((await meant(english, 'refundpayment'))[0]?.[1]).not.toBe('compound');
  });

  test('that the site knows are known', async () => {
    expect(await meant(german, 'Netzteil')).toEqual([['Netzteil', 'known', 'netzteil']]);
  });
});

test('other forms of a word are found by their common beginning', async () => {
  expect(await meant(german, 'Installateur')).toEqual([['Installateur', 'related', 'installation']]);
  expect(await meant(german, 'Instanzenweg')).toEqual([['Instanzenweg', 'unknown']]);
});

describe('a query', () => {
  test('is understood word by word, in its order', async () => {
    expect(await meant(english, 'Refund for my paymnt, qqq!')).toEqual([
      ['Refund', 'known', 'refund'],
      ['for', 'beginning', 'form'],
      ['my', 'unknown'],
      ['paymnt', 'corrected', 'payment'],
      ['qqq', 'unknown'],
    ]);
  });

  test('names where each word stands in it', async () => {
    const query = '  “Refund”: paymnt';
    for (const { asked, start, end } of await understand(query, english.index)) {
      expect(query.slice(start, end)).toBe(asked);
    }
  });

  test('that repeats a word, or another form of it, asks for it once', async () => {
    expect(await meant(english, 'refund refunds Refund refunded')).toEqual([['refund', 'known', 'refund']]);
    expect(await meant(english, 'qqq qqq')).toEqual([['qqq', 'unknown']]);
  });

  test('that is taken literally has no word corrected, completed or cut', async () => {
    expect(await meant(english, 'refunds paymnt appl', true)).toEqual([
      ['refunds', 'known', 'refunds'],
      ['paymnt', 'unknown'],
      ['appl', 'unknown'],
    ]);
    expect(await meant(german, 'Lieferungsfrist', true)).toEqual([['Lieferungsfrist', 'unknown']]);
  });

  test('of 10,000 letters without a space asks for nothing', async () => {
    expect(await meant(english, 'refund'.repeat(1700))).toEqual([]);
    expect(await meant(english, `refund ${'x'.repeat(10_000)}`)).toEqual([['refund', 'known', 'refund']]);
  });

  test('of 1,000 words asks for its first 24', async () => {
    const words = await understand(
      Array.from({ length: 1000 }, (_, place) => `word${place}`).join(' '),
      english.index,
    );
    expect(words.map(({ asked }) => asked)).toEqual(Array.from({ length: 24 }, (_, place) => `word${place}`));
  });

  test.each(['', '   ', '?!…', '🙂🙃', '""', '.*'])('"%s" without a word asks for nothing', async (query) => {
    expect(await meant(english, query)).toEqual([]);
  });
});

test('a word is as rare as the rarest of what it may mean', async () => {
  const { index } = await smallIndex([
    { id: 'a/one', title: 'Preparing', text: 'prefer' },
    { id: 'a/two', title: 'Prefer' },
    { id: 'a/three', title: 'Prefer' },
  ]);
  const [only] = await understand('pre', index);
  expect(only?.rarity).toBe((await index.term('prepar'))?.rarity);
  expect((await understand('qqq', index))[0]?.rarity).toBe(0);
});
