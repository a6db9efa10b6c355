import { typingErrors } from '../core/nearest.ts';
import type { UnderstoodWord } from './answer.ts';
import { compoundParts, possibleCuts } from './compounds.ts';
import type { KnownWord, SearchIndex, Term } from './open-index.ts';
import { WEIGHTS } from './weights.ts';
import { isUnspaced, type Word, withoutAccents, wordsOf } from './words.ts';

/** A word of a query and the terms that it is looked up as. */
export interface QueryWord extends UnderstoodWord {
  /** Where it stands in the query. */
  start: number;
  end: number;
  terms: readonly QueryTerm[];
  /** Rarity of its rarest term; 0 where it has none. */
  rarity: number;
}

export interface QueryTerm extends Term {
  term: string;
  /** How surely the term is what was meant, 0 to 1. */
  share: number;
}

/** Words of a query that are looked up; more say nothing new. */
const MOST_WORDS = 24;
/** Longer than any word that somebody looks for, in letters. */
const LONGEST_WORD = 60;
/** Words that one typed word is corrected to at most, and that one beginning stands for. */
const MOST_CORRECTIONS = 3;
const MOST_BEGINNINGS = 12;
/** From so many letters on, one or two typing errors are forgiven. */
const ONE_ERROR = 3;
const TWO_ERRORS = 8;
/** Letters that the known beginning of an unknown compound word must have. */
const SHORTEST_BEGINNING = 5;

/**
 * Finds the site's terms that a query asks for. Only words that the site does not know are corrected, and only to
 * words that it knows: to those that begin with it, that are one typing error away (two in long words), or that it
 * is composed of.
 *
 * @param isLiteral whether words are taken as they were typed
 */
export async function understand(query: string, index: SearchIndex, isLiteral = false): Promise<QueryWord[]> {
  const firsts = new Map<string, Word>();
  for (const word of wordsOf(query)) {
    if (word.text.length <= LONGEST_WORD && !firsts.has(word.text)) firsts.set(word.text, word);
  }
  const understood = await Promise.all(
    [...firsts.values()].slice(0, MOST_WORDS).map(async ({ text, start, end }) => {
      const meaning = (await knownWord(text, index)) ?? (isLiteral ? undefined : await guess(text, index));
      const { how, found, terms } = meaning ?? { how: 'unknown' as const, found: [], terms: [] };
      return { asked: query.slice(start, end), start, end, how, found, terms, rarity: rarest(terms) };
    }),
  );
  return withoutRepetition(understood);
}

type Meaning = Pick<QueryWord, 'how' | 'found' | 'terms'>;

async function knownWord(word: string, index: SearchIndex): Promise<Meaning | undefined> {
  const term = index.language.stemOf(word);
  const found = await index.term(term);
  return found && { how: 'known', found: [word], terms: [{ ...found, term, share: 1 }] };
}

async function guess(word: string, index: SearchIndex): Promise<Meaning | undefined> {
  const [first = ''] = withoutAccents(word);
  return (
    (await guessAmong(await index.words(first), word, index)) ??
    (await guessAmong(await index.words(first, true), word, index))
  );
}

async function guessAmong(
  known: readonly KnownWord[],
  word: string,
  index: SearchIndex,
): Promise<Meaning | undefined> {
  const plain = withoutAccents(word);
  const [, second] = plain;
  // Of a text without spaces, one letter may be a word, and pairs of letters have no typing errors.
  const isPair = isUnspaced(word);
  const beginnings = mostFrequent(
    plain.length < 2 && !isPair ? [] : known.filter((one) => one.plain.startsWith(plain)),
    MOST_BEGINNINGS,
  );
  const corrections = isPair ? [] : correctionsOf(word, known, index);
  const parts = await partsKnown(plain, known, index);
  const meant = await lookedUp(
    [
      ...beginnings.map((one) => ({ word: one.word, share: WEIGHTS.beginning })),
      ...corrections.map((one, place) => ({
        word: one.word,
        share: place === 0 ? WEIGHTS.corrected : WEIGHTS.alsoPossible,
      })),
      ...parts.map((part) => ({ word: part, share: WEIGHTS.unknownCompound })),
    ],
    index,
  );
  if (meant.length > 0) {
    const [how, found] =
      beginnings.length > 0
        ? (['beginning', beginnings] as const)
        : corrections.length > 0
          ? (['corrected', corrections] as const)
          : (['compound', parts.map((part) => ({ word: part }))] as const);
    return { how, found: found.map((one) => one.word), terms: meant };
  }
  if (isPair) return undefined;
  const alike = mostFrequent(beginningAlike(plain, known), MOST_BEGINNINGS);
  const related = await lookedUp(
    alike.map((one) => ({ word: one.word, share: WEIGHTS.corrected })),
    index,
  );
  if (related.length > 0) return { how: 'related', found: alike.map((one) => one.word), terms: related };
  // The first two letters are often typed in the wrong order.
  const swapped = second ? nearest(plain, await index.words(second)) : [];
  const [best] = mostFrequent(swapped, 1);
  if (!best) return undefined;
  const terms = await lookedUp([{ word: best.word, share: WEIGHTS.corrected }], index);
  return { how: 'corrected', found: [best.word], terms };
}

/** The likeliest first: the form that was typed, or else another of the same word. */
function correctionsOf(word: string, known: readonly KnownWord[], { language }: SearchIndex): KnownWord[] {
  const forms = nearest(withoutAccents(word), known);
  const found =
    forms.length > 0 ? forms : nearest(language.stemOf(word), known, (one) => language.stemOf(one.word));
  return mostFrequent(found, MOST_CORRECTIONS);
}

/** Those with the fewest typing errors, if these are few enough for the word's length. */
function nearest(
  plain: string,
  known: readonly KnownWord[],
  spelling: (one: KnownWord) => string = (one) => one.plain,
): KnownWord[] {
  let fewest = plain.length >= TWO_ERRORS ? 2 : plain.length >= ONE_ERROR ? 1 : 0;
  let best: KnownWord[] = [];
  for (const one of known) {
    const spelt = spelling(one);
    if (Math.abs(spelt.length - plain.length) > fewest) continue;
    const errors = typingErrors(plain, spelt, fewest + 1);
    if (errors > fewest) continue;
    if (errors < fewest) best = [];
    fewest = errors;
    best.push(one);
  }
  return best;
}

/** Words that share most of their beginning: other forms that have no stem in common, e.g. `Installateur` and `Installation`. */
function beginningAlike(plain: string, known: readonly KnownWord[]): KnownWord[] {
  if (plain.length < 6) return [];
  const beginning = plain.slice(0, Math.max(5, Math.ceil(plain.length * 0.7)));
  return known.filter((one) => one.plain.startsWith(beginning));
}

/** The parts of a compound word that the site does not know as a whole. */
async function partsKnown(plain: string, known: readonly KnownWord[], index: SearchIndex): Promise<string[]> {
  const { joints, stemOf } = index.language;
  if (!joints || plain.length < TWO_ERRORS) return [];
  const written = new Map(known.map((one) => [one.plain, one.word]));
  const cuts = possibleCuts(plain, joints, (word) => written.has(word));
  // The last parts stand in the files of their own letters.
  for (const letter of new Set(cuts.map((at) => plain[at] ?? ''))) {
    for (const one of await index.words(letter)) written.set(one.plain, one.word);
  }
  const parts = compoundParts(plain, joints, (word) => written.has(word));
  // Of a word whose end the site does not know, the beginning may help all the same.
  const found = parts.length > 0 ? parts : longestBeginning(plain, known);
  return found.map((part) => written.get(part) ?? part).filter((part) => stemOf(part) !== stemOf(plain));
}

function longestBeginning(plain: string, known: readonly KnownWord[]): string[] {
  const words = known.map((one) => one.plain);
  const beginnings = words.filter((word) => word.length >= SHORTEST_BEGINNING && plain.startsWith(word));
  return beginnings.sort((a, b) => b.length - a.length).slice(0, 1);
}

async function lookedUp(
  words: readonly { word: string; share: number }[],
  index: SearchIndex,
): Promise<QueryTerm[]> {
  const shares = new Map<string, number>();
  for (const { word, share } of words) {
    const term = index.language.stemOf(word);
    shares.set(term, Math.max(share, shares.get(term) ?? 0));
  }
  const terms = await Promise.all(
    [...shares].map(async ([term, share]) => {
      const found = await index.term(term);
      return found && { ...found, term, share };
    }),
  );
  return terms.filter((term) => term !== undefined);
}

function mostFrequent(words: readonly KnownWord[], count: number): KnownWord[] {
  return [...words]
    .sort((a, b) => b.frequency - a.frequency || a.plain.length - b.plain.length)
    .slice(0, count);
}

function rarest(terms: readonly QueryTerm[]): number {
  return Math.max(0, ...terms.map(({ rarity }) => rarity));
}

/** Two forms of one word are one word. */
function withoutRepetition(words: readonly QueryWord[]): QueryWord[] {
  const key = ({ terms }: QueryWord) => terms.map(({ term }) => term).join(' ');
  return words.filter(
    (word, place) =>
      word.terms.length === 0 || words.findIndex((other) => key(other) === key(word)) === place,
  );
}
