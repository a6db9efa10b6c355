import {
  COMMON,
  FORMAT,
  type Fragment,
  fragmentPath,
  HEAD,
  type IndexHead,
  type TermFile,
  termsPath,
  unpack,
  type WordFile,
  wordsPath,
} from './index-files.ts';
import { type Language, loadLanguage } from './language.ts';
import { type Posting, rarity, unpackPosting } from './posting.ts';
import { withoutAccents } from './words.ts';

/** Reads a file of an index: over the network, from disk or from memory. Rejects if there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/** A term of the site: how much it says, and where it stands. */
export interface Term {
  rarity: number;
  postings: ReadonlyMap<number, Posting>;
}

/** The index of one language, of which a query loads only the files that it needs. Each is read once. */
export interface SearchIndex {
  head: IndexHead;
  language: Language;
  /** `undefined` if no article holds it. */
  term(term: string): Promise<Term | undefined>;
  /** Words of the site that begin with the letter, with their frequency from 0 to 9; of a large site the 1,000 most frequent. */
  words(letter: string): Promise<readonly KnownWord[]>;
  /** The others, by their first two letters. */
  rareWords(letters: string): Promise<readonly KnownWord[]>;
  fragment(article: number): Promise<Fragment>;
}

export interface KnownWord {
  /** As it is written, e.g. `kündigung`. */
  word: string;
  /** Without accents, e.g. `kuendigung`. */
  plain: string;
  frequency: number;
}

/** The site was built by another version of the search than the page; loading the page anew mends it. */
export class OtherFormatError extends Error {
  constructor() {
    super('The search index has another format than this page.');
  }
}

/**
 * Opens the index of one language.
 *
 * @throws {OtherFormatError} if page and index do not fit together
 */
export async function openIndex(read: ReadFile, locale: string): Promise<SearchIndex> {
  const [head, language] = await Promise.all([read(HEAD).then(unpack<IndexHead>), loadLanguage(locale)]);
  if (head.format !== FORMAT) throw new OtherFormatError();
  const files = new Map<string, Promise<unknown>>();
  const load = <T>(path: string): Promise<T> => {
    let file = files.get(path);
    if (!file) {
      file = read(`${head.build}/${path}`).then(unpack<T>);
      // What could not be read is read again when it is next asked for.
      file.catch(() => files.delete(path));
      files.set(path, file);
    }
    return file as Promise<T>;
  };
  const terms = new Map<string, Term>();
  const words = new Map<string, KnownWord[]>();
  const loadWords = async (letters: string): Promise<readonly KnownWord[]> => {
    const place = head.words.indexOf(letters);
    if (place < 0) return [];
    const known = words.get(letters);
    if (known) return known;
    const file = await load<WordFile>(wordsPath(place));
    const found = file.words.map((word, at) => ({
      word,
      plain: withoutAccents(word),
      frequency: Number(file.frequencies[at]),
    }));
    words.set(letters, found);
    return found;
  };
  return {
    head,
    language,
    async term(term) {
      const known = terms.get(term);
      if (known) return known;
      const path = pathOfTerm(term, head);
      if (!path) return undefined;
      const file = await load<TermFile>(path);
      const at = placeOf(term, file.terms);
      if (at < 0) return undefined;
      const found = readTerm(file, at, head.articles);
      terms.set(term, found);
      return found;
    },
    words: (letter) => loadWords(letter),
    rareWords: (letters) => loadWords(`+${letters}`),
    fragment: (article) => load(fragmentPath(article)),
  };
}

function pathOfTerm(term: string, { common, terms }: IndexHead): string | undefined {
  if (common.includes(term)) return COMMON;
  const place = terms.findLastIndex((first) => first <= term);
  return place < 0 ? undefined : termsPath(place);
}

/** Binary search; -1 if the term is not there. */
function placeOf(term: string, terms: readonly string[]): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return terms[low] === term ? low : -1;
}

function readTerm({ counts, distances, standings }: TermFile, at: number, articles: number): Term {
  const postings = new Map<number, Posting>();
  let article = 0;
  for (const [place, distance] of (distances[at] ?? []).entries()) {
    article += distance;
    postings.set(article, unpackPosting(standings[at]?.[place] ?? ''));
  }
  return { rarity: rarity(counts[at] ?? 0, articles), postings };
}
