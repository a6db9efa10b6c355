import { wordsOf } from './key-words.ts';
import type { LongDocument, SearchSet } from './search-set.ts';
import { hashOf, randomFrom } from './seeded-random.ts';

/** Sections of an article besides its beginning. */
const PARTS = 2;
/** Letters of a section at most; the rest of a long text stays out. */
const LONGEST = 900;
/** Every so many words one is put in place that the sets do not know. */
const NEW_WORD_EVERY = 15;
/** Words that the sets do not know, some used often and most hardly ever, as in any large body of text. */
const NEW_WORDS = 60_000;
/** Products that the articles are about. */
const PRODUCTS = 1_200;
const SYLLABLES = 'bra del fon gra kis lor mex nav pol quin ros sil tur vel wim zan'.split(' ');

/** Articles without number in the words of real ones, and what to ask about them. */
export interface LargeCorpus {
  documents: LongDocument[];
  queries: string[];
  /** Different words in the documents. */
  vocabulary: number;
  words: number;
}

/**
 * Makes as many articles as wanted out of the documents of some sets: each is one document about a product of its own,
 * with sections from two others, and with words that the sets do not know, so that the vocabulary grows with the number
 * of articles. The same sets always give the same articles.
 *
 * @param asked queries wanted: those of the sets, every third with the name of a product
 */
export function largeCorpus(
  sets: readonly Pick<SearchSet, 'docs' | 'queries'>[],
  articles: number,
  asked: number,
): LargeCorpus {
  const random = randomFrom(articles);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const originals = sets.flatMap(({ docs }) => docs);
  const known = [...new Set(originals.flatMap(({ title, body }) => wordsOf(`${title} ${body}`)))];
  const stems = known.filter((word) => word.length >= 6);
  const newWords = Array.from({ length: NEW_WORDS }, () => pick(stems).slice(0, -2) + pick(stems).slice(2));
  const products = Array.from(
    { length: PRODUCTS },
    (_, number) => `${capital(pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES))} ${100 + number}`,
  );
  const varied = (text: string) =>
    shortened(text).replace(/\p{L}{4,}/gu, (word) =>
      // The square lets few words be frequent and many rare.
      random() * NEW_WORD_EVERY < 1 ? (newWords[Math.floor(random() ** 2 * NEW_WORDS)] ?? word) : word,
    );

  const documents = Array.from({ length: articles }, (_, at): LongDocument => {
    const original = originals[at % originals.length] as LongDocument;
    const product = pick(products);
    const parts = Array.from({ length: PARTS }, () => pick(originals));
    return {
      id: `article-${at}`,
      title: `${product}: ${original.title}`,
      body: varied(original.body),
      questions: [],
      parts: parts.map(({ title, body }) => ({ heading: title, body: `${product}. ${varied(body)}` })),
    };
  });
  const words = documents.flatMap(({ title, body, parts = [] }) =>
    wordsOf([title, body, ...parts.flatMap((part) => [part.heading, part.body])].join(' ')),
  );
  const queries = sets
    .flatMap((set) => set.queries.map(({ q }) => q))
    .toSorted((a, b) => hashOf(a) - hashOf(b))
    .slice(0, asked)
    .map((query, at) => (at % 3 === 0 ? `${pick(products)} ${query}` : query));
  return { documents, queries, vocabulary: new Set(words).size, words: words.length };
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : text.slice(0, text.lastIndexOf(' ', LONGEST));
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
