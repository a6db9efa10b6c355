import type { TermCounts } from './article-terms.ts';
import { compoundParts } from './compounds.ts';
import type { Language } from './language.ts';
import type { Posting } from './posting.ts';
import { WEIGHTS } from './weights.ts';
import { withoutAccents } from './words.ts';

/** For each term the articles that hold it, by their place, and how it stands there. */
export type Holders = ReadonlyMap<string, readonly Holder[]>;
export type Holder = Posting & { article: number };

/** Weighs the terms of all articles by BM25F, see `weights.ts`; compound words count for their parts as well. */
export function weighTerms(counted: readonly TermCounts[], language: Language): Holders {
  const partsOf = partsOfWords(counted, language);
  const titleLength = average(counted.map((own) => own.titleLength));
  const textLength = average(counted.map((own) => own.textLength));
  const holders = new Map<string, Holder[]>();
  for (const [article, own] of counted.entries()) {
    const inTitle = WEIGHTS.title / lengthPenalty(own.titleLength / titleLength, WEIGHTS.titleLength);
    const inText = 1 / lengthPenalty(own.textLength / textLength, WEIGHTS.textLength);
    const found = new Map<string, { count: number; asked: number; title: number; isAsked: boolean }>();
    const add = (
      term: string,
      share: number,
      field: { title: number; asked: number; heading: number; text: number },
    ) => {
      const entry = found.get(term) ?? { count: 0, asked: 0, title: 0, isAsked: false };
      entry.count +=
        share * (field.title * inTitle + Math.min(field.heading, 1) * WEIGHTS.heading + field.text * inText);
      entry.asked += share * field.asked;
      entry.title = Math.max(entry.title, field.title > 0 ? share : 0);
      entry.isAsked ||= field.asked > 0 && share === 1;
      found.set(term, entry);
    };
    for (const [word, { term, ...field }] of own.words) {
      add(term, 1, field);
      for (const part of partsOf(word)) if (part !== term) add(part, WEIGHTS.compoundPart, field);
    }
    for (const [term, { count, asked, title, isAsked }] of found) {
      const holder: Holder = {
        article,
        weight: saturated(count, WEIGHTS.saturation) + WEIGHTS.question * saturated(asked, 1),
        title: title === 1 ? 'whole' : title > 0 ? 'part' : 'none',
        isAsked,
      };
      const list = holders.get(term);
      if (list) list.push(holder);
      else holders.set(term, [holder]);
    }
  }
  return holders;
}

/**
 * Number of articles that hold a term, in which one that hardly says it hardly counts: in a help centre about articles,
 * the word stands in every text, and still says something in the few titles that have it.
 *
 * @returns a number with one decimal, at least 1
 */
export function holderCount(holders: readonly Holder[]): number {
  const count = holders.reduce((sum, { weight }) => sum + Math.sqrt(Math.min(1, weight)), 0);
  return Math.max(1, Math.round(10 * count) / 10);
}

/** Rises with the count from 0 to 1, the slower the greater `k`. */
function saturated(count: number, k: number): number {
  return count / (k + count);
}

/** @param length against the average */
function lengthPenalty(length: number, weight: number): number {
  return 1 - weight + weight * length;
}

/** The terms of the parts of each compound word. */
function partsOfWords(
  counted: readonly TermCounts[],
  { stemOf, joints }: Language,
): (word: string) => string[] {
  if (!joints) return () => [];
  const all = new Set<string>();
  for (const { words } of counted) for (const word of words.keys()) all.add(word);
  const written = new Map([...all].map((word) => [withoutAccents(word), word]));
  const known = new Map<string, string[]>();
  return (word) => {
    let parts = known.get(word);
    if (!parts) {
      const plain = compoundParts(withoutAccents(word), joints, (part) => written.has(part));
      // Stems are those of words with their accents.
      parts = plain.map((part) => stemOf(written.get(part) ?? part));
      known.set(word, parts);
    }
    return parts;
  };
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
