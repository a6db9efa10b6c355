import { describe, expect, test } from 'vitest';
import { Matcher } from '../../src/search/passage.ts';
import { understand } from '../../src/search/understand.ts';
import { others, type Settings, smallIndex, type Writing } from './small-index.ts';

const marked = (pieces: readonly { text: string; isMatch: boolean }[]) =>
  pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text);
const plain = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('');

/** The first result of a query on one article among others. */
async function found(writing: Omit<Writing, 'id' | 'title'>, query: string, settings?: Settings) {
  const { find } = await smallIndex([{ id: 'a/one', title: 'Title', ...writing }, ...others()], settings);
  const [first] = (await find(query)).results;
  if (!first) throw new Error(`nothing is found for ${query}`);
  return { ...first, text: plain(first.excerpt), marks: marked(first.excerpt) };
}

describe('the passage', () => {
  test('is the sentence with the most of the query', async () => {
    const { text, marks } = await found(
      { text: 'Cards are free. A lost card is replaced for a fee! Is a fee due? Ask: we know it.' },
      'fee for a lost card',
    );
    expect(text).toBe('A lost card is replaced for a fee!');
    expect(marks).toEqual(['A', 'lost', 'card', 'for', 'a', 'fee']);
  });

  test('may be a sentence of any length', async () => {
    const text = `A chargeback is ${Array.from({ length: 130_000 }, (_, place) => place).join(' ')}`;
    expect((await found({ text }, 'chargeback')).marks).toEqual(['chargeback']);
  });

  test('is the first of two sentences with the same of it', async () => {
    const text = 'A chargeback is free for everyone. A chargeback takes at least a week.';
    expect((await found({ text }, 'chargeback')).text).toBe('A chargeback is free for everyone.');
  });

  test('is a whole sentence before a scrap with the same of it', async () => {
    const text = 'Chargeback: free\nA chargeback takes at least a week.';
    expect((await found({ text }, 'chargeback')).text).toBe('A chargeback takes at least a week.');
  });

  test('ends with a line, too', async () => {
    expect((await found({ text: 'Before you begin\nOpen the lid\nClose it' }, 'lid')).text).toBe(
      'Open the lid',
    );
  });

  test('names the heading under which it stands, and leads there', async () => {
    const writing = {
      text: 'Payments take a day.',
      sections: { 'By card': 'Refunds take a week.', Cash: 'At once.' },
    };
    expect(await found(writing, 'week')).toMatchObject({
      heading: 'By card',
      url: '/en/a/one/#by-card',
      text: 'Refunds take a week.',
    });
    const beginning = await found(writing, 'payments');
    expect(beginning).toMatchObject({ url: '/en/a/one/', text: 'Payments take a day.' });
    expect(beginning).not.toHaveProperty('heading');
  });

  test('is looked for first under a heading that says a word of the query', async () => {
    const sections = { 'By cash': 'The refund takes a day.', 'By card': 'The refund takes a week.' };
    expect((await found({ sections }, 'refund card')).heading).toBe('By card');
  });

  test('is the description where no sentence has a word of the query', async () => {
    const first = await found(
      { description: 'What we charge.', text: 'Nothing here.', sections: { Other: 'Nor there.' } },
      'title',
    );
    expect(first).toMatchObject({ text: 'What we charge.', url: '/en/a/one/', marks: [] });
    expect(first).not.toHaveProperty('heading');
  });

  test('is the description where the best is no sentence, but a word or two such as a cell of a table', async () => {
    const sections = { Fees: 'Card fee\n5 €' };
    expect(await found({ description: 'What we charge.', sections }, 'card')).toMatchObject({
      text: 'What we charge.',
      heading: 'Fees',
      url: '/en/a/one/#fees',
    });
    expect((await found({ sections: { Fees: 'The card fee\n5 €' } }, 'card')).text).toBe('The card fee');
  });

  test('of an article without a text is the description, with its words marked', async () => {
    expect(await found({ description: 'What we charge.' }, 'charges')).toMatchObject({ marks: ['charge'] });
  });
});

describe('marks', () => {
  test('are other forms of the words, and what they were corrected to', async () => {
    expect((await found({ text: 'We refunded your payments.' }, 'refund paymnets')).marks).toEqual([
      'refunded',
      'payments',
    ]);
  });

  test('are compound words that hold a word of the query', async () => {
    const german = { locales: ['de'] };
    const text = 'Die Lieferungsfrist steht im Vertrag.';
    expect((await found({ text }, 'Lieferung', german)).marks).toEqual(['Lieferungsfrist']);
    expect((await found({ text: 'Die Frist der Lieferung.' }, 'Lieferungsfrist', german)).marks).toEqual([
      'Frist',
      'Lieferung',
    ]);
  });

  test('are compound words that end with a word of the query', async () => {
    const { find } = await smallIndex(
      [
        { id: 'a/one', title: 'Vertrag', text: 'Die Lieferungsfrist steht im Vertrag.' },
        { id: 'a/two', title: 'Eine Frist' },
      ],
      { locales: ['de'] },
    );
    const [first] = (await find('Frist im Vertrag')).results;
    expect(marked(first?.excerpt ?? [])).toEqual(['Lieferungsfrist', 'im', 'Vertrag']);
  });

  test('are no words that merely hold another one in a language without compound words', async () => {
    expect((await found({ text: 'A card, and some discards.' }, 'card')).marks).toEqual(['card']);
  });

  test('run together over pairs of letters', async () => {
    const { marks, text } = await found({ text: '退款期限为三十天。请联系我们。' }, '退款期限', {
      locales: ['zh'],
    });
    expect(text).toBe('退款期限为三十天。');
    expect(marks).toEqual(['退款期限']);
  });

  test('are none where the word is unknown', async () => {
    expect((await found({ text: 'Ask for a refund.' }, 'refund qqq')).marks).toEqual(['refund']);
  });
});

describe('a long text', () => {
  async function mark(text: string, query: string, locale = 'en') {
    const { index } = await smallIndex([{ id: 'a/one', title: 'One', text }, ...others()], {
      locales: [locale],
    });
    const words = await understand(query, index);
    return new Matcher(words, index.language, index.head.typicalRarity).mark(text);
  }
  const filler = Array.from({ length: 100 }, (_, place) => `filler${place}`).join(' ');

  test('of up to 240 letters is shown whole', async () => {
    const text = `refund ${'x'.repeat(233)}`;
    expect(plain(await mark(text, 'refund'))).toBe(text);
  });

  test.each([
    ['at its beginning', `refund ${filler}`, /^refund filler0 .* …$/],
    ['in the middle', `${filler} refund ${filler}`, /^… filler\d+ .* refund .* …$/],
    ['at its end', `${filler} refund`, /^… filler\d+ .* refund$/],
  ])('is cut at spaces around a word %s', async (_, text, shape) => {
    const pieces = await mark(text, 'refund');
    expect(plain(pieces)).toMatch(shape);
    expect(plain(pieces).length).toBeLessThanOrEqual(244);
    expect(marked(pieces)).toEqual(['refund']);
    const inner = plain(pieces).replace(/^… | …$/g, '');
    expect(` ${text} `).toContain(` ${inner} `);
  });

  test.each([
    ['without a space', `${'甲'.repeat(300)}退款${'乙'.repeat(300)}`],
    ['with its only space far behind', `${'甲'.repeat(300)}退款${'乙'.repeat(300)} 丙`],
    ['with its only space before the word', `${'甲'.repeat(300)} 退款${'乙'.repeat(300)}`],
    ['with its only space at its beginning', `${'甲'.repeat(30)} 退款${'乙'.repeat(300)}`],
    ['with its only space behind the word', `${'甲'.repeat(300)}退款 ${'乙'.repeat(300)}`],
  ])('%s shows the word, too', async (_, text) => {
    const pieces = await mark(text, '退款', 'zh');
    expect(marked(pieces)).toEqual(['退款']);
    expect(plain(pieces).length).toBeLessThanOrEqual(244);
  });

  test.each([
    ['', ''],
    ['x', ''],
    ['x', 'x'],
  ])('is cut in no emoji, with "%s" before and "%s" behind the word', async (before, behind) => {
    const emoji = '🙂'.repeat(200);
    const pieces = await mark(`${emoji}${before}退款${behind}${emoji}`, '退款', 'zh');
    expect(plain(pieces).isWellFormed()).toBe(true);
    expect(marked(pieces)).toEqual(['退款']);
  });
});
