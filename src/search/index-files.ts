import type { ArticleType, Level } from '../core/article.ts';

/**
 * The files of one language's index, each JSON that is compressed with gzip whatever the host does. The head is read
 * anew by every page; all others stand in a folder of the build's name, so that a browser may keep them for as long as
 * it likes and never mixes two builds.
 */
export interface IndexHead {
  /** Changes with the format of the files. */
  format: number;
  /** Name of the folder with the other files: a digest of what they hold. */
  build: string;
  locale: string;
  /** Number of articles. */
  articles: number;
  /** Rarity of a word of the site, on average; see `posting.ts`. */
  typicalRarity: number;
  /** Terms that most queries have: they stand in a file of their own. */
  common: string[];
  /** First term of each other file of terms, in order. */
  terms: string[];
  /** First letters of the files of words, in order; after a `+` the first two of the rarer words. */
  words: string[];
  categories: { folder: string; title: string }[];
  table: ArticleTable;
}

/** What is known of every article before its own file is read. One entry an article in each list. */
export interface ArticleTable {
  /** Summed rarity of the title's terms, in tenths. */
  titles: number[];
  /** The same of the customers' questions, on average; 0 without questions. */
  questions: number[];
  /** Places in `IndexHead.categories`. */
  categories: number[];
  /** A digit each: places in `ARTICLE_TYPES`. */
  types: string;
  /** A digit each: places in `LEVELS` and behind it for none. */
  levels: string;
}

/** Some of the site's terms in alphabetical order. */
export interface TermFile {
  terms: string[];
  /** Number of articles that hold each term, see `holderCount` in `weigh-terms.ts`. */
  counts: number[];
  /** Where each term stands: the distance of each article to the one before. */
  distances: number[][];
  /** How it stands there: a letter an article, see `posting.ts`. */
  standings: string[];
}

/** Words of the site that begin with one letter, as they are written, and how often: 0 to 9 on a scale of doublings. */
export interface WordFile {
  words: string[];
  frequencies: string;
}

/** An article as its result shows it. */
export interface Fragment {
  article: string;
  url: string;
  category: string;
  type: ArticleType;
  level?: Level;
  description: string;
  /** Title and customers' questions, each with the summed rarity of its terms. */
  askings: [text: string, rarity: number][];
  sections: { heading?: string; anchor?: string; text: string }[];
}

/** One file of an index: its path and its bytes. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

export const FORMAT = 1;
export const HEAD = 'index.gz';
export const COMMON = 'common.gz';
export const termsPath = (place: number) => `terms-${place}.gz`;
export const wordsPath = (place: number) => `words-${place}.gz`;
export const fragmentPath = (article: number) => `article-${article}.gz`;

/** Decompresses a file. A host may have taken the compression off already. */
export async function unpack<T>(bytes: Uint8Array<ArrayBuffer>): Promise<T> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return new Response(isPacked ? decompressed(bytes) : bytes).json();
}

/** Written into the stream by hand: a stream made of a blob takes a browser several times as long. */
function decompressed(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // What is wrong with the bytes is said where they are read.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  return readable;
}
