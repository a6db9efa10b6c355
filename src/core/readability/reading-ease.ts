import type { Passage } from '../article.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { syllablesOf } from './syllables.ts';

/** The languages for which there is a formula. */
const MEASURED_LANGUAGES = ['en', 'de'] as const;
export type MeasuredLanguage = (typeof MEASURED_LANGUAGES)[number];

/** How hard a text is to read. */
export interface ReadingEase {
  /** 100 is very easy, 60 to 70 plain, under 30 very hard; it may lie outside of 0 to 100. */
  ease: number;
  words: number;
  sentences: number;
  /** Words in a sentence, and syllables in a word, on average. */
  sentenceLength: number;
  wordLength: number;
  /** The sentence with most words, the first of several, and the line on which its passage begins. */
  longest: Sentence & { line: number };
}

/** The formula's language of a locale, e.g. `de` for `de-AT`. */
export function measuredLanguage(locale: string): MeasuredLanguage | undefined {
  return MEASURED_LANGUAGES.find((language) => language === locale.split('-')[0]);
}

/**
 * The reading ease of running text; `undefined` where it holds no sentence.
 *
 * @param known syllables of words that were counted before; it is added to
 */
export function readingEase(
  passages: readonly Passage[],
  language: MeasuredLanguage,
  known = new Map<string, number>(),
): ReadingEase | undefined {
  const all = passages.flatMap(({ text, line }) =>
    sentencesOf(text, language).map((sentence) => ({ ...sentence, line })),
  );
  let words = 0;
  let syllables = 0;
  let longest = all[0];
  for (const sentence of all) {
    words += sentence.words.length;
    if (sentence.words.length > (longest?.words.length ?? 0)) longest = sentence;
    for (const word of sentence.words) {
      const count = known.get(word) ?? syllablesOf(word, language);
      known.set(word, count);
      syllables += count;
    }
  }
  if (!longest) return undefined;
  const sentenceLength = words / all.length;
  const wordLength = syllables / words;
  const ease = fleschEase(sentenceLength, wordLength, language);
  return { ease, words, sentences: all.length, sentenceLength, wordLength, longest };
}

/**
 * Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948), 221-233; for German with the weights of
 * Amstad, "Wie verständlich sind unsere Zeitungen?" (1978).
 *
 * @param sentenceLength words in a sentence, on average
 * @param wordLength syllables in a word, on average
 * @example fleschEase(13, 24 / 13, 'en') // 37.455
 */
export function fleschEase(sentenceLength: number, wordLength: number, language: MeasuredLanguage): number {
  return language === 'en'
    ? 206.835 - 1.015 * sentenceLength - 84.6 * wordLength
    : 180 - sentenceLength - 58.5 * wordLength;
}
