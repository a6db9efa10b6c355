import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutAccents, withoutMarks, wordsOf } from '../../src/search/words.ts';

const texts = (text: string) => wordsOf(text).map((word) => word.text);

describe('words', () => {
  test.each([
    ['Vertrag kündigen', ['vertrag', 'kündigen']],
    ['Don’t panic: call 0800-12!', ['don', 't', 'panic', 'call', '0800', '12']],
    ['<b>Fee</b> & "VAT"', ['b', 'fee', 'b', 'vat']],
    ['ΦΌΡΟΣ Налог', ['φόρος', 'налог']],
    ['🙂 … !?', []],
    ['⚠️ Fee 🏳️‍🌈', ['fee']],
    ['', []],
  ])('%s is read word by word, in small letters', (text, words) => {
    expect(texts(text)).toEqual(words);
  });

  test('a letter with its accent is the same however it is typed', () => {
    expect(texts('ku\u0308ndigen')).toEqual(['kündigen']);
    expect(texts('환불을'.normalize('NFD'))).toEqual(['환불', '불을']);
    expect(texts('가\u11a8')).toEqual(['각']);
  });

  test.each([
    ['Vertrags\u00adkündi\u00adgung', ['vertragskündigung']],
    ['می\u200cخواهم', ['میخواهم']],
    ['ශ්\u200dරී', ['ශ්රී']],
    ['退款\u200d期限', ['退款', '款期', '期限']],
  ])('signs that nobody sees are no part of %s', (text, words) => {
    expect(texts(text)).toEqual(words);
  });

  test.each([
    ['ＷｉＦｉ', 'WiFi'],
    ['１２３', '123'],
    ['con\ufb01gure', 'configure'],
    ['ｶｰﾄﾞ', 'カード'],
  ])('%s is the same as %s', (one, other) => {
    expect(texts(one)).toEqual(texts(other));
  });

  test.each([
    ['Chinese', '退款期限', ['退款', '款期', '期限']],
    ['Japanese', '返金のご案内', ['返金', '金の', 'のご', 'ご案', '案内']],
    ['Japanese with its long vowels', 'カード', ['カー', 'ード']],
    ['Korean', '환불을', ['환불', '불을']],
    ['Thai, its marks with their letters,', 'คืนเงิน', ['คืน', 'นเ', 'เงิ', 'งิน']],
  ])('%s is read in overlapping pairs of letters', (_, text, pairs) => {
    expect(texts(text)).toEqual(pairs);
  });

  test('a letter that stands alone is a word', () => {
    expect(texts('税 票')).toEqual(['税', '票']);
  });

  test('spaced words within an unspaced text stay whole', () => {
    expect(texts('iPhone充电')).toEqual(['iphone', '充电']);
    expect(texts('用PayPal退款')).toEqual(['用', 'paypal', '退款']);
  });

  test('a text of any length without a space is read', () => {
    expect(texts('退款'.repeat(100_000))).toHaveLength(199_999);
  });

  test('pairs do not reach over what stands between', () => {
    expect(texts('退款。期限')).toEqual(['退款', '期限']);
    expect(texts('退款A期限')).toEqual(['退款', 'a', '期限']);
  });
});

test('each word tells where it stands, in any text', () => {
  const text = fc.string({
    unit: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('退', 'ก', 'ü', ' ')),
  });
  fc.assert(
    fc.property(text, (text) => {
      let last = -1;
      for (const word of wordsOf(text)) {
        const written = text.slice(word.start, word.end).replace(/[\u00ad\u200c\u200d]/g, '');
        expect(written.normalize('NFKC').toLowerCase()).toBe(word.text);
        expect(word.start).toBeGreaterThan(last);
        last = word.start;
      }
    }),
  );
});

describe('without accents', () => {
  test.each([
    ['Größe', 'Groesse'],
    ['kündigen', 'kuendigen'],
    ['café', 'cafe'],
    ['señal', 'senal'],
    ['køb', 'koeb'],
    ['płatność', 'platnosc'],
    ['kırık', 'kirik'],
    ['đổi', 'doi'],
    ['œuvre', 'oeuvre'],
    ['привёз', 'привез'],
    ['רֶגַע', 'רגע'],
    ['مُحَمَّد', 'محمد'],
  ])('%s is %s', (word, plain) => {
    expect(withoutAccents(word)).toBe(plain);
  });

  test('umlauts may lose their dots only', () => {
    expect(withoutMarks('größe')).toBe('grosse');
  });

  test.each([
    ['Japanese', 'がぎパ'],
    ['Hindi', 'किताब'],
    ['Thai', 'ที่นี่'],
  ])('marks without which %s has other words stay', (_, word) => {
    expect(withoutAccents(word)).toBe(word);
  });
});
