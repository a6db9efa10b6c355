import { typingErrors } from '../core/nearest.ts';
import { compoundParts, possibleCuts } from './compounds.ts';
import type { KnownWord, SearchIndex } from './open-index.ts';
import type { Meaning, QueryTerm } from './query-word.ts';
import { WEIGHTS } from './weights.ts';
import { isUnspaced, withoutAccents } from './words.ts';

/** Words that one typed word is corrected to at most, and that one beginning stands for. */
const MOST_CORRECTIONS = 3;
const MOST_BEGINNINGS = 6;
/** From so many letters on, one or two typing errors are forgiven. */
const ONE_ERROR = 3;
const TWO_ERRORS = 8;
/** Letters of a word in which one error more is forgiven if the site has nothing else like it. */
const SHORTEST_BADLY_TYPED = 6;
/** Letters that the known beginning of an unknown compound word must have. */
const SHORTEST_BEGINNING = 5;

/** A word of the site that may be meant, and how surely, 0 to 1. */
interface Reading {
  word: string;
  share: number;
}

/**
 * What a word may mean that the site does not know: from the likeliest reading to the least likely, the first that
 * the site has anything for.
 */
export async function guessWord(word: string, index: SearchIndex): Promise<Meaning | undefined> {
  const plain = withoutAccents(word);
  const [first = '', second = ''] = plain;
  const frequent = await index.words(first);
  const typed =
    (await typedAs(word, frequent, index)) ??
    (await typedAs(word, await index.rareWords(first + second), index));
  if (typed || !canBeMistyped(word)) return typed;
  return (
    (await meaning(
      'compound',
      equally(await partsKnown(plain, frequent, index), WEIGHTS.unknownCompound),
      index,
    )) ??
    (await meaning('related', equally(wordsAlike(plain, frequent), WEIGHTS.alsoPossible), index)) ??
    // The first two letters are often typed in the wrong order.
    (await meaning('corrected', mostLikely(nearest(plain, await index.words(second))).slice(0, 1), index)) ??
    (await meaning('corrected', equally(oneErrorMore(plain, frequent), WEIGHTS.alsoPossible), index))
  );
}

/** Words that begin with what was typed, and those that are a typing error away. */
async function typedAs(
  word: string,
  known: readonly KnownWord[],
  index: SearchIndex,
): Promise<Meaning | undefined> {
  const plain = withoutAccents(word);
  const isPair = isUnspaced(word);
  // Of a text without spaces, one letter may be a word.
  const isLongEnough = plain.length >= 2 || isPair;
  const beginnings = isLongEnough ? known.filter((one) => one.plain.startsWith(plain)) : [];
  const begun = equally(mostFrequent(beginnings, MOST_BEGINNINGS), WEIGHTS.beginning);
  const corrected = canBeMistyped(word) ? mostLikely(correctionsOf(word, known, index)) : [];
  const found = await meaning(begun.length > 0 ? 'beginning' : 'corrected', [...begun, ...corrected], index);
  return found && { ...found, found: (begun.length > 0 ? begun : corrected).map((one) => one.word) };
}

/** Pairs of letters of a text without spaces have no typing errors and no parts; and another number is another thing. */
function canBeMistyped(word: string): boolean {
  return !isUnspaced(word) && /\p{L}/u.test(word);
}

/** The form that was typed, or else another of the same word. */
function correctionsOf(word: string, known: readonly KnownWord[], { language }: SearchIndex): KnownWord[] {
  const forms = nearest(withoutAccents(word), known);
  return forms.length > 0 ? forms : nearest(language.stemOf(word), known, (one) => language.stemOf(one.word));
}

/** Those with the fewest typing errors, if these are few enough for the word's length. */
function nearest(
  plain: string,
  known: readonly KnownWord[],
  spelling: (one: KnownWord) => string = (one) => one.plain,
  most = plain.length >= TWO_ERRORS ? 2 : plain.length >= ONE_ERROR ? 1 : 0,
): KnownWord[] {
  let fewest = most;
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

/** The last that is tried for a word that is like no other: badly typed words are better guessed than left out. */
function oneErrorMore(plain: string, known: readonly KnownWord[]): string[] {
  if (plain.length < SHORTEST_BADLY_TYPED) return [];
  const most = plain.length >= TWO_ERRORS ? 3 : 2;
  return mostFrequent(
    nearest(plain, known, (one) => one.plain, most),
    2,
  );
}

/** Words that share most of their beginning: other forms that have no stem in common, e.g. `Installateur` and `Installation`. */
function wordsAlike(plain: string, known: readonly KnownWord[]): string[] {
  if (plain.length < 6) return [];
  const beginning = plain.slice(0, Math.max(5, Math.ceil(plain.length * 0.7)));
  return mostFrequent(
    known.filter((one) => one.plain.startsWith(beginning)),
    MOST_BEGINNINGS,
  );
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

/** @returns nothing where the site has no article with any of the words */
async function meaning(
  how: Meaning['how'],
  readings: readonly Reading[],
  index: SearchIndex,
): Promise<Meaning | undefined> {
  const shares = new Map<string, number>();
  for (const { word, share } of readings) {
    const term = index.language.stemOf(word);
    shares.set(term, Math.max(share, shares.get(term) ?? 0));
  }
  const terms = await Promise.all(
    [...shares].map(async ([term, share]): Promise<QueryTerm | undefined> => {
      const found = await index.term(term);
      return found && { ...found, term, share };
    }),
  );
  const known = terms.filter((term) => term !== undefined);
  return known.length === 0 ? undefined : { how, found: readings.map((one) => one.word), terms: known };
}

function equally(words: readonly string[], share: number): Reading[] {
  return words.map((word) => ({ word, share }));
}

/** The most frequent word is the likeliest correction. */
function mostLikely(words: readonly KnownWord[]): Reading[] {
  return mostFrequent(words, MOST_CORRECTIONS).map((word, place) => ({
    word,
    share: place === 0 ? WEIGHTS.corrected : WEIGHTS.alsoPossible,
  }));
}

function mostFrequent(words: readonly KnownWord[], count: number): string[] {
  return [...words]
    .sort((a, b) => b.frequency - a.frequency || a.plain.length - b.plain.length)
    .slice(0, count)
    .map(({ word }) => word);
}
