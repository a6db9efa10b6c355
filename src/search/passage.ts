import type { Piece } from './answer.ts';
import type { Fragment } from './index-files.ts';
import type { Language } from './language.ts';
import type { QueryWord } from './query-word.ts';
import { likenessOf, rarityOf } from './rank.ts';
import { WEIGHTS } from './weights.ts';
import { type Word, wordsOf } from './words.ts';

/** What the words of an article's file say about the query. */
export interface Passage {
  /** Likeness of the sentence that is most like the query, 0 to 1. */
  likeness: number;
  sentence: string;
  /** Its number of different words. */
  length: number;
  /** The heading under which it stands. */
  heading?: string;
  anchor?: string;
}

/** Ends of sentences, with or without a space behind, and of lines. */
const SENTENCE_END = /(?<=[.!?:…])\s+|(?<=[。！？])|\n+/;
/** Letters that a term must have to be looked for inside compound words. */
const SHORTEST_PART = 4;
/** Sentences are cut to so many characters around their matches. */
const LONGEST_EXCERPT = 240;
/** How much a match in a section's heading counts for its sentences. */
const HEADING_SHARE = 0.5;
/** Words of a whole sentence, and what it is worth to show one: as much as a tenth of the query. */
const WHOLE_SENTENCE = 5;
const WHOLE = 0.1;

/** Finds the words of a query in texts. */
export class Matcher {
  readonly #words: readonly QueryWord[];
  readonly #language: Language;
  readonly #typicalRarity: number;
  readonly #total: number;

  /** @param typicalRarity of a word that the query does not hold */
  constructor(words: readonly QueryWord[], language: Language, typicalRarity: number) {
    this.#words = words;
    this.#language = language;
    this.#typicalRarity = typicalRarity;
    this.#total = rarityOf(words);
  }

  /** How much a word of a text is the query's word, 0 to 1. */
  #shareOf(stem: string, { terms }: QueryWord): number {
    let share = 0;
    for (const { term, share: own } of terms) {
      if (term === stem) share = Math.max(share, own);
      else if (this.#language.joints && term.length >= SHORTEST_PART && stem.includes(term)) {
        share = Math.max(share, own * WEIGHTS.compoundPart);
      }
    }
    return share;
  }

  /** Best share of each of the query's words, and the number of different words. */
  #match(text: string): { shares: number[]; length: number } {
    const stems = new Set(wordsOf(text).map((word) => this.#language.stemOf(word.text)));
    const shares = this.#words.map((word) => {
      let best = 0;
      for (const stem of stems) best = Math.max(best, this.#shareOf(stem, word));
      return best;
    });
    return { shares, length: stems.size };
  }

  #rarityOf(shares: readonly number[]): number {
    return shares.reduce((sum, share, place) => sum + share * (this.#words[place]?.rarity ?? 0), 0);
  }

  /** Likeness of the title or question that is most like the query, 0 to 1. */
  likenessOfAskings(askings: Fragment['askings']): number {
    return Math.max(
      ...askings.map(([text, rarity]) =>
        likenessOf(this.#rarityOf(this.#match(text).shares), this.#total, rarity / 10),
      ),
    );
  }

  /** The sentence to show for an article: the one that holds most of the query, whole ones before scraps. */
  bestPassage({ sections }: Fragment): Passage | undefined {
    let best: Passage | undefined;
    let most = -1;
    let likeness = 0;
    for (const { heading, anchor, text } of sections) {
      const inHeading = heading ? this.#rarityOf(this.#match(heading).shares) : 0;
      for (const sentence of text.split(SENTENCE_END)) {
        if (!/\p{L}/u.test(sentence)) continue;
        const { shares, length } = this.#match(sentence);
        const common = this.#rarityOf(shares);
        const others = length - shares.filter((share) => share > 0).length;
        likeness = Math.max(likeness, likenessOf(common, this.#total, common + others * this.#typicalRarity));
        const held = (common + HEADING_SHARE * inHeading) / Math.max(this.#total, 1e-9);
        const value = held + (length >= WHOLE_SENTENCE ? WHOLE : 0);
        if (value > most) {
          most = value;
          best = { likeness, sentence, length, ...(heading && anchor ? { heading, anchor } : {}) };
        }
      }
    }
    return best && { ...best, likeness };
  }

  /** The text with the query's words marked, cut around them where it is long. */
  mark(text: string): Piece[] {
    const matches = wordsOf(text).filter((word) => this.#isMatch(word));
    const [from, to] = stretchOf(text, matches);
    const pieces: Piece[] = [];
    let at = from;
    const push = (end: number, isMatch: boolean) => {
      if (end > at) pieces.push({ text: text.slice(at, end), isMatch });
      at = Math.max(at, end);
    };
    if (from > 0) pieces.push({ text: '… ', isMatch: false });
    for (const { start, end } of matches) {
      if (start < from || end > to) continue;
      push(start, false);
      push(end, true);
    }
    push(to, false);
    if (to < text.length) pieces.push({ text: ' …', isMatch: false });
    return joined(pieces);
  }

  #isMatch(word: Word): boolean {
    const stem = this.#language.stemOf(word.text);
    return this.#words.some((own) => this.#shareOf(stem, own) > 0);
  }
}

/** Where to cut a long text: from a little before its first match, at spaces if there are any around it. */
function stretchOf(text: string, matches: readonly Word[]): [from: number, to: number] {
  if (text.length <= LONGEST_EXCERPT) return [0, text.length];
  const { start, end } = matches[0] ?? { start: 0, end: 1 };
  const wanted = Math.max(0, Math.min(start - LONGEST_EXCERPT / 4, text.length - LONGEST_EXCERPT));
  const before = text.indexOf(' ', wanted);
  const from = wanted === 0 ? 0 : before >= 0 && before < start ? before + 1 : letterAt(text, wanted);
  const last = from + LONGEST_EXCERPT;
  if (last >= text.length) return [from, text.length];
  const behind = text.lastIndexOf(' ', last);
  return [from, behind >= end ? behind : letterAt(text, last)];
}

/** Where the letter begins that stands at a place: an emoji or a letter with its marks is not cut. */
function letterAt(text: string, place: number): number {
  let at = place;
  while (at > 0 && /[\uDC00-\uDFFF\p{M}]/u.test(text[at] ?? '')) at--;
  return at;
}

/** Pairs of letters overlap, so that neighbouring pieces may be alike. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.isMatch === piece.isMatch)
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}
