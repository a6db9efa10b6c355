import { describe, expect, test } from 'vitest';
import type { AnsweredSearch } from '../../../src/core/learning/answered-searches.ts';
import { learn } from '../../../src/core/learning/learn.ts';
import type { Synonyms } from '../../../src/core/synonyms.ts';
import { anArticle } from '../an-article.ts';
import { formOf, readers } from './readers.ts';

const article = (id: string, title: string) => anArticle({ id, locale: 'de', frontmatter: { title } });
const articles = [
  article('billing/download', 'Rechnung herunterladen'),
  article('billing/download-old', 'Alte Rechnung herunterladen'),
  article('billing/change', 'Rechnungen ändern'),
  article('billing/send', 'Rechnung zusenden'),
  article('contract/end', 'Vertrag kündigen'),
];

const german = (count: number, query: string, id: string, more: Partial<AnsweredSearch> = {}) =>
  readers(count, query, { locale: 'de', article: id, ...more });

function synonyms(searches: AnsweredSearch[], groups: Synonyms = {}) {
  return learn({ searches, articles, synonyms: groups, formOf, fewestReaders: 3 }).synonyms;
}

/** A second phrasing with the word. */
const other = (word = 'faktura') => german(1, `${word} ändern`, 'billing/change', { day: '2026-03-01' });

test('a word that no article knows stands for the one word of the titles that the queries do not say', () => {
  const searches = [...german(3, 'faktura herunterladen', 'billing/download', { place: 5 }), ...other()];
  expect(synonyms(searches)).toEqual([
    {
      kind: 'synonym',
      locale: 'de',
      known: 'Rechnung',
      asked: 'faktura',
      evidence: { readers: 3, days: 3, place: 5 },
    },
  ]);
});

test('alone, it stands for the word that the titles of the articles share', () => {
  const searches = [
    ...german(3, 'Faktura', 'billing/download'),
    ...german(2, 'meine Faktura', 'billing/change'),
  ];
  expect(synonyms(searches)).toMatchObject([
    { known: 'Rechnung', asked: 'Faktura', evidence: { readers: 3 } },
  ]);
});

test('it joins the group that its word is in', () => {
  const groups = {
    de: [
      ['Vertrag', 'Abo'],
      ['Beleg', 'rechnung'],
    ],
  };
  const searches = [...german(3, 'faktura herunterladen', 'billing/download'), ...other()];
  expect(synonyms(searches, groups)).toMatchObject([{ known: 'Rechnung', asked: 'faktura', group: 1 }]);
});

describe('nothing is proposed', () => {
  test.each([
    ['two readers', [...german(2, 'faktura herunterladen', 'billing/download'), ...other()]],
    [
      'three votes on three articles, which may be of one reader',
      [
        ...german(1, 'faktura herunterladen', 'billing/download', { day: '2026-03-01' }),
        ...german(1, 'faktura ändern', 'billing/change', { day: '2026-03-02' }),
        ...german(1, 'faktura zusenden', 'billing/send', { day: '2026-03-03' }),
      ],
    ],
    [
      'readers of a single day',
      [...german(5, 'faktura herunterladen', 'billing/download', { day: '2026-03-01' }), ...other()],
    ],
    [
      'a single phrasing, which a question serves as well',
      german(5, 'faktura herunterladen', 'billing/download'),
    ],
    [
      'titles of which two words are left',
      [...german(5, 'faktura', 'billing/download'), ...german(5, 'faktura', 'billing/download-old')],
    ],
    [
      'a query with two unknown words',
      [...german(5, 'faktura herunterladen abholen', 'billing/download'), ...other()],
    ],
    [
      'a query that says more than the title',
      [...german(5, 'faktura vertrag herunterladen', 'billing/download'), ...other()],
    ],
    [
      'articles whose titles share nothing',
      [
        ...german(3, 'faktura herunterladen', 'billing/download'),
        ...german(3, 'faktura kündigen', 'contract/end'),
      ],
    ],
    ['a typing error', [...german(5, 'rechnugn herunterladen', 'billing/download'), ...other('rechnugn')]],
    [
      'the beginning of a known word',
      [...german(5, 'herunterladen rech', 'billing/download'), ...german(1, 'ändern rech', 'billing/change')],
    ],
    ['a known word', [...german(5, 'vertrag herunterladen', 'billing/download'), ...other('vertrag')]],
    ['numbers and letters', [...german(5, 'usb3 herunterladen', 'billing/download'), ...other('usb3')]],
    [
      'a word that helped here and misled more elsewhere',
      [
        ...german(3, 'faktura herunterladen', 'billing/download'),
        ...german(4, 'faktura ändern', 'billing/change', { helpful: false }),
        ...german(1, 'faktura zusenden', 'billing/send'),
      ],
    ],
    [
      'an answer that helped as few as it did not',
      [
        ...german(3, 'faktura herunterladen', 'billing/download'),
        ...german(3, 'faktura herunterladen', 'billing/download', { helpful: false }),
        ...other(),
      ],
    ],
  ])('for %s', (_, searches) => {
    expect(synonyms(searches)).toEqual([]);
  });

  test('for a word that is in a group already', () => {
    const searches = [...german(5, 'faktura herunterladen', 'billing/download'), ...other()];
    expect(synonyms(searches, { de: [['Rechnung', 'Faktura']] })).toEqual([]);
  });
});

test('a stray vote elsewhere does not hide what nearly all agree on', () => {
  const searches = [
    ...german(9, 'faktura herunterladen', 'billing/download'),
    ...german(1, 'faktura', 'contract/end'),
  ];
  expect(synonyms(searches)).toMatchObject([{ known: 'Rechnung', asked: 'faktura' }]);
});
