/** How a term stands in an article. */
export interface Posting {
  /** Weight of the term in the article, 0 to 2, see `weigh-terms.ts`. */
  weight: number;
  /** Whether it stands in the title: whole, as part of a compound word, or not at all. */
  title: 'whole' | 'part' | 'none';
  /** Whether it stands in a question of the customers. */
  isAsked: boolean;
}

const STEPS = 63;
/** From here on no letter needs an escape in JSON. */
const FIRST_LETTER = 0x100;
const TITLE = ['none', 'part', 'whole'] as const;

/** A posting as one letter. */
export function packPosting({ weight, title, isAsked }: Posting): string {
  const step = Math.max(1, Math.round(weight * STEPS));
  return String.fromCharCode(FIRST_LETTER + (step * 3 + TITLE.indexOf(title)) * 2 + Number(isAsked));
}

export function unpackPosting(letter: string): Posting {
  const packed = letter.charCodeAt(0) - FIRST_LETTER;
  const rest = packed >> 1;
  return {
    weight: Math.floor(rest / 3) / STEPS,
    title: TITLE[rest % 3] ?? 'none',
    isAsked: packed % 2 === 1,
  };
}

/**
 * How much a term says, from the number of articles that hold it, which may be a fraction: the idf of BM25, never negative.
 * Source: Robertson, Zaragoza 2009, with 1 added under the logarithm as Lucene does.
 */
export function rarity(holders: number, articles: number): number {
  return Math.log(1 + (articles - holders + 0.5) / (holders + 0.5));
}
