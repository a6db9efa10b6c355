/** Two texts, by their places in the list, and how alike they are, from 0 to 1. */
export interface LikePair {
  first: number;
  second: number;
  likeness: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in small letters, each as often as it occurs. */
export function wordsIn(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? [];
}

/**
 * Texts that are compared by their words, of which rare ones weigh more: the likeness of two texts is the weight of the
 * words that both have, divided by the weight of the words that either has (weighted Jaccard). A word that stands in
 * `df` of `n` texts weighs `ln(1 + n / df)`; how often it stands in one text does not matter.
 */
export class WeighedTexts {
  /** The words of each text as numbers, the rarest word first: a smaller number is a rarer word. */
  readonly #texts: Int32Array[];
  /** Of each word. */
  readonly #weights: Float64Array;
  /** Of each text. */
  readonly #sums: number[];

  constructor(texts: readonly string[]) {
    const known = new Map<string, number>();
    const frequencies: number[] = [];
    const coded = texts.map((text) => {
      const words = new Set<number>();
      for (const word of wordsIn(text)) {
        const code = known.get(word) ?? known.size;
        known.set(word, code);
        words.add(code);
      }
      for (const code of words) frequencies[code] = (frequencies[code] ?? 0) + 1;
      return words;
    });
    const byRarity = frequencies.map((_, code) => code);
    byRarity.sort((a, b) => (frequencies[a] ?? 0) - (frequencies[b] ?? 0) || a - b);
    const ranks = new Int32Array(byRarity.length);
    this.#weights = new Float64Array(byRarity.length);
    for (const [rank, code] of byRarity.entries()) {
      ranks[code] = rank;
      this.#weights[rank] = Math.log(1 + texts.length / (frequencies[code] ?? 1));
    }
    this.#texts = coded.map((words) => Int32Array.from(words, (code) => ranks[code] ?? 0).sort());
    this.#sums = this.#texts.map((words) => sumOf(words, this.#weights));
  }

  /** How many different words a text has. */
  sizeOf(place: number): number {
    return this.#texts[place]?.length ?? 0;
  }

  /** How alike two texts are, from 0 (no word in common) to 1 (the same words). Without words: 0. */
  likeness(first: number, second: number): number {
    return this.#likenessFrom(first, second, 0);
  }

  /** The likeness of two texts, or 0 as soon as it is clear that they share less than so much weight. */
  #likenessFrom(first: number, second: number, needed: number): number {
    const a = this.#texts[first] ?? new Int32Array();
    const b = this.#texts[second] ?? new Int32Array();
    const weights = this.#weights;
    const sum = this.#sums[first] ?? 0;
    let shared = 0;
    // Of the first text, up to here, what the second has not.
    let lost = 0;
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      const [left = 0, right = 0] = [a[i], b[j]];
      if (left === right) shared += weights[left] ?? 0;
      else if (left < right) {
        lost += weights[left] ?? 0;
        if (sum - lost < needed) return 0;
      }
      if (left <= right) i++;
      if (right <= left) j++;
    }
    const either = sum + (this.#sums[second] ?? 0) - shared;
    return either > 0 ? shared / either : 0;
  }

  /**
   * All pairs of texts that are at least so much alike, without comparing each with each: two such texts have some of
   * their rarest words in common, those that together make up more than `1 - limit` of a text's weight
   * (prefix filtering; Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins", 2006).
   *
   * Of many that are all alike, such as pages made from one template, each is named with a few of those before it.
   *
   * @param limit above 0, at most 1
   */
  alike(limit: number): LikePair[] {
    const pairs: LikePair[] = [];
    const holders = new Map<number, number[]>();
    const heads = this.#texts.map((_, place) => this.#headOf(place, limit));
    const shared = new Float64Array(this.#texts.length);
    for (const [second, head] of heads.entries()) {
      const met: number[] = [];
      let named = 0;
      for (const word of head.words) {
        const weight = this.#weights[word] ?? 0;
        const others = holders.get(word) ?? [];
        for (const first of others) {
          if (shared[first] === 0) met.push(first);
          shared[first] = (shared[first] ?? 0) + weight;
        }
        others.push(second);
        holders.set(word, others);
      }
      for (const first of met) {
        // What they share beyond their rarest words is at most the whole rest of one of them.
        const most = (shared[first] ?? 0) + Math.max(heads[first]?.rest ?? 0, head.rest);
        shared[first] = 0;
        const sums = (this.#sums[first] ?? 0) + (this.#sums[second] ?? 0);
        const needed = (limit / (1 + limit)) * sums - ROUNDING;
        if (named === MOST_NAMED || most < needed) continue;
        const likeness = this.#likenessFrom(first, second, needed);
        if (likeness < limit) continue;
        named++;
        pairs.push({ first, second, likeness });
      }
    }
    return pairs;
  }

  /** The rarest words of a text, up to where the rest is lighter than `limit` of the whole, and the weight of the rest. */
  #headOf(place: number, limit: number): { words: Int32Array; rest: number } {
    const words = this.#texts[place] ?? new Int32Array();
    const enough = limit * (this.#sums[place] ?? 0) - ROUNDING;
    let rest = this.#sums[place] ?? 0;
    let count = 0;
    while (count < words.length && rest >= enough) {
      rest -= this.#weights[words[count] ?? 0] ?? 0;
      count++;
    }
    return { words: words.subarray(0, count), rest };
  }
}

/** A text that is like more earlier ones than this is named with so many of them. */
export const MOST_NAMED = 5;

/** Sums of fractions are never exact: looking at a pair too many costs little, one too few would lose it. */
const ROUNDING = 1e-9;

function sumOf(words: Int32Array, weights: Float64Array): number {
  return words.reduce((sum, word) => sum + (weights[word] ?? 0), 0);
}
