import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../src/search/language.ts';

async function stems(locale: string, ...words: string[]): Promise<string[]> {
  const { stemOf } = await loadLanguage(locale);
  return words.map(stemOf);
}

describe('stems', () => {
  test.each([
    ['en', ['refund', 'refunds', 'refunded', 'refunding']],
    ['de', ['kündigen', 'kündige', 'kündigend']],
    ['de', ['rechnung', 'rechnungen']],
    ['fr', ['facture', 'factures']],
    ['es', ['pagar', 'pagado']],
  ])('forms of a word in %s have one: %j', async (locale, forms) => {
    expect(new Set(await stems(locale, ...forms)).size).toBe(1);
  });

  test('they have no accents', async () => {
    expect(await stems('de', 'größe')).toEqual(await stems('de', 'grosse'));
    expect(await stems('fr', 'été')).toEqual(['ete']);
  });

  test.each([
    ['tr', 'ürün', 'urun'],
    ['hu', 'költözködés', 'koltozkodes'],
    ['et', 'tühistamine', 'tuhistamine'],
    ['sv', 'återställ', 'aterstall'],
  ])('in %s, %s may be typed as %s', async (locale, written, typed) => {
    expect(await stems(locale, typed)).toEqual(await stems(locale, written));
  });

  test('a regional language is stemmed like the language', async () => {
    expect(await stems('en-GB', 'invoices')).toEqual(await stems('en', 'invoice'));
    expect(await stems('pt_BR', 'faturas')).toEqual(await stems('pt', 'fatura'));
    expect(await stems('nb', 'regninger')).toEqual(await stems('no', 'regning'));
    expect(await stems('DE-at', 'rechnungen')).toEqual(await stems('de', 'rechnung'));
  });

  test.each(['pl', 'zh', 'th', 'constructor', ''])(
    '"%s" has no stemmer: words stay as they are',
    async (locale) => {
      expect(await stems(locale, 'refunds', 'rachunków', '退款')).toEqual(['refunds', 'rachunkow', '退款']);
    },
  );

  test.each('ar bg da de el en es fi fr hu it nl no pt ro ru sv tr uk'.split(' '))(
    'the stemmer of %s is there',
    async (locale) => {
      const { stemOf } = await loadLanguage(locale);
      expect(stemOf('abc')).toMatch(/^ab/);
    },
  );
});

test.each([
  ['bg', 'компютър'],
  ['el', 'ους'],
])('in %s, a word that its stemmer cannot shorten stays: %s', async (locale, word) => {
  expect(await stems(locale, word)).toEqual([word]);
});

describe('German participles', () => {
  test.each([
    ['gezählt', 'zählen'],
    ['gebucht', 'buchen'],
    ['geliefert', 'liefern'],
    ['gespeichert', 'speichern'],
    ['eingefügt', 'einfügen'],
    ['hinzugefügt', 'hinzufügen'],
    ['gereicht', 'reichen'],
    ['abgemeldet', 'abmelden'],
    ['abzumelden', 'abmelden'],
    ['zurückgeschickt', 'zurückschicken'],
  ])('%s is a form of %s', async (participle, infinitive) => {
    const [one, other] = await stems('de', participle, infinitive);
    expect(one).toBe(other);
  });

  test.each([
    ['gesicht', 'sich'],
    ['gedicht', 'dich'],
    ['gerät', 'rat'],
    ['geld', 'ld'],
    ['gestern', 'stern'],
    ['zugang', 'gang'],
  ])('%s is no form of %s', async (word, other) => {
    const [one, two] = await stems('de', word, other);
    expect(one).not.toBe(two);
  });

  test('other languages keep their words with ge', async () => {
    expect(await stems('en', 'gebucht')).toEqual(['gebucht']);
  });
});

test('only languages that join words have joints', async () => {
  expect((await loadLanguage('de-CH')).joints).toContain('s');
  expect((await loadLanguage('nb')).joints).toContain('s');
  expect((await loadLanguage('en')).joints).toBeUndefined();
  expect((await loadLanguage('zh')).joints).toBeUndefined();
});
