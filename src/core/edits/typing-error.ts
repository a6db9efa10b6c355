import { typingErrors } from '../nearest.ts';
import { areFormsOfOneWord } from './grammar-words.ts';
import { hasEndings, isListed } from './known-words.ts';
import type { Token } from './tokens.ts';
import { areInflected, differInBeginning, englishStems, germanStems, isCapital } from './word-forms.ts';

/** What is known of the words of a text besides the list. */
export interface WordKnowledge {
  locale?: string;
  /** Does the word of the older text stand elsewhere, in the newer text or on the site? */
  isOldWordInUse: (word: string) => boolean;
  /** Does the word of the newer text stand elsewhere, in the older text or on the site? */
  isNewWordInUse: (word: string) => boolean;
}

/** A shorter word is too often near to another. */
const SHORTEST = 3;
/** In a word of so many letters, two errors are still errors. */
const LONG = 8;
/** So long a word that nobody knows is itself with one letter changed, and no other. */
const LONG_ENOUGH_UNKNOWN = 5;
const SHORTEST_PART = 4;

/**
 * Is one of two words the other with a typing error in it? If both are known to be words, they are two words. The
 * order does not matter: an error that slips in is one too.
 *
 * `recieve` and `receive` are one word, `contact` and `contract` are two: both are on the list.
 */
export function isTypingError(
  { form: before, exact: oldWord }: Pick<Token, 'exact' | 'form'>,
  { form: after, exact: newWord }: Pick<Token, 'exact' | 'form'>,
  knowledge: WordKnowledge,
): boolean {
  const length = Math.max(before.length, after.length);
  const allowed = length >= LONG ? 2 : 1;
  if (length < SHORTEST || Math.abs(before.length - after.length) > allowed + 1) return false;
  // An umlaut is one letter, though its form has two.
  const [small, newSmall] = [oldWord.toLowerCase(), newWord.toLowerCase()];
  const errors = Math.min(
    typingErrors(before, after, allowed + 1),
    typingErrors(small, newSmall, allowed + 1),
  );
  if (errors > allowed || differInBeginning(before, after, knowledge.locale)) return false;
  const [isOldListed, isNewListed] = [
    isWord(before, knowledge.locale, isCapital(oldWord)),
    isWord(after, knowledge.locale, isCapital(newWord)),
  ];
  if (isOldListed && isNewListed) return false;
  if (isSlip(before, after) || isSlip(small, newSmall))
    return length > SHORTEST || isOldListed !== isNewListed;
  if (areCompoundsOfOtherWords(before, after, knowledge.locale)) return false;
  const isOldKnown = isOldListed || knowledge.isOldWordInUse(oldWord);
  const isNewKnown = isNewListed || knowledge.isNewWordInUse(newWord);
  if (isOldKnown && isNewKnown) return false;
  if (isOldKnown !== isNewKnown) return length > SHORTEST || before.length !== after.length;
  // Nobody knows either: a name perhaps, in which a letter more or less means somebody else.
  return before[0] === after[0] && length >= LONG_ENOUGH_UNKNOWN + 4 * (errors - 1);
}

/** Letters doubled or swapped with the next: what hands do, and what seldom gives another word. */
function isSlip(one: string, other: string): boolean {
  const single = (word: string) => word.replace(/(.)\1+/g, '$1');
  if (single(one) === single(other)) return true;
  if (one.length !== other.length) return false;
  let at = 0;
  while (one[at] === other[at]) at++;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

function isWord(word: string, locale = '', isNoun = false): boolean {
  if (isListed(word, locale)) return true;
  const stems = [
    ...(locale.startsWith('de') ? [] : englishStems(word)),
    ...(locale.startsWith('en') ? [] : germanStems(word, isNoun)),
  ];
  return stems.some((stem) => stem.length >= SHORTEST_PART && hasEndings(stem) && isListed(stem, locale));
}

/** `Einkaufskarte` and `Einkaufskasse`: what differs is a word of its own, at the end or at the beginning. */
function areCompoundsOfOtherWords(one: string, other: string, locale?: string): boolean {
  const areWords = (a: string, b: string) =>
    a.length >= SHORTEST_PART &&
    b.length >= SHORTEST_PART &&
    isWord(a, locale) &&
    isWord(b, locale) &&
    !areFormsOfOneWord(a, b) &&
    !areInflected(a, b, locale);
  for (let at = SHORTEST_PART; at < one.length && one.slice(0, at) === other.slice(0, at); at++) {
    if (areWords(one.slice(at), other.slice(at))) return true;
  }
  for (let at = SHORTEST_PART; at < one.length && one.slice(-at) === other.slice(-at); at++) {
    if (areWords(one.slice(0, -at), other.slice(0, -at))) return true;
  }
  return false;
}
