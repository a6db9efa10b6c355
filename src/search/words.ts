/** A word of a text, with its place in it. */
export interface Word {
  /** In small letters, composed and of usual width, e.g. `kündigen`. */
  text: string;
  /** Where it begins and ends in the text, in UTF-16 units. */
  start: number;
  end: number;
}

/**
 * Letters of scripts that put no spaces between words, and of Korean, whose words carry their grammar with them. By
 * script extensions, which count the `ー` of `カード` among the letters of Japanese.
 */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
// A mark alone is no word: many emoji end with one.
const RUNS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200c\u200d]*/gu;
/** Signs within a word that nobody sees or types: soft hyphens, and what joins or parts letters in Persian or Hindi. */
const UNSEEN = /[\u00ad\u200c\u200d]+/g;
// A syllable of Korean may be typed as its two or three letters; narrow letters of Japanese have their marks behind.
const GRAPHEME = /[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|\P{M}[\p{M}\uff9e\uff9f]*/gu;

/**
 * The words of a text in their order. A text without spaces is taken in overlapping pairs of letters, so that every
 * word in it can be found without a dictionary, the same in every browser.
 *
 * @example wordsOf('Vertrag kündigen').map(({ text }) => text) // ['vertrag', 'kündigen']
 * @example wordsOf('退款期限').map(({ text }) => text) // ['退款', '款期', '期限']
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const run of text.matchAll(RUNS)) {
    if (UNSPACED.test(run[0])) for (const pair of pairsOf(run[0], run.index)) words.push(pair);
    else words.push({ text: plain(run[0]), start: run.index, end: run.index + run[0].length });
  }
  return words;
}

/** A run may hold both kinds, e.g. `iPhone充电`: its spaced stretches stay words. */
function pairsOf(run: string, offset: number): Word[] {
  const words: Word[] = [];
  let spaced = '';
  let letters: Word[] = [];
  const endWord = (at: number) => {
    if (spaced) words.push({ text: plain(spaced), start: at - spaced.length, end: at });
    spaced = '';
  };
  const endPairs = () => {
    const [only, second] = letters;
    if (only && !second) words.push(only);
    for (const [index, letter] of letters.entries()) {
      const next = letters[index + 1];
      if (next) words.push({ text: plain(letter.text + next.text), start: letter.start, end: next.end });
    }
    letters = [];
  };
  for (const { 0: letter, index } of run.matchAll(GRAPHEME)) {
    const start = offset + index;
    if (!spaced && plain(letter) === '') continue;
    if (UNSPACED.test(letter)) {
      endWord(start);
      letters.push({ text: plain(letter), start, end: start + letter.length });
    } else {
      endPairs();
      spaced += letter;
    }
  }
  endPairs();
  endWord(offset + run.length);
  return words;
}

/** Whether a word is a letter or a pair of letters from a text without spaces. */
export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}

function plain(text: string): string {
  return text.replace(UNSEEN, '').normalize('NFKC').toLowerCase();
}

/** Marks that people leave out: accents, and the vowels of Arabic and Hebrew. Those of Hindi or Thai make other words. */
const ACCENT = /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}]/gu;

/**
 * A word without what people leave out or write otherwise: `ä` and `ae`, `ß` and `ss`, accents.
 *
 * @example withoutAccents('Größe') // 'Groesse'
 */
export function withoutAccents(word: string): string {
  return withoutMarks(word.replace(/[äöü]/g, (letter) => `${letter}e`));
}

/**
 * The same, where umlauts are written without their dots, as everywhere but in German.
 *
 * @example withoutMarks('ürün') // 'urun'
 */
export function withoutMarks(word: string): string {
  return word
    .replace(/[ßæøœđðłıþ]/g, (letter) => SPELT_OUT[letter] ?? letter)
    .normalize('NFD')
    .replace(ACCENT, '')
    .normalize('NFC');
}
/** Letters that have no accent to be taken off, and what they are written as without them. */
const SPELT_OUT: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};
