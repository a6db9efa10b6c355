import type { AnsweredSearch } from './answered-searches.ts';

/** Fewer readers than these might be one person, or know each other: their words are not repeated. */
export const FEWEST_READERS = 3;
/** On a single day, a campaign or one classroom can look like everybody. */
export const FEWEST_DAYS = 2;

/** What speaks for a proposal. */
export interface Evidence {
  /** Readers who asked so and then said that the article helped. */
  readers: number;
  /** Different days on which they did. */
  days: number;
  /** The place at which search typically showed the article; the first is 1. */
  place: number;
}

/** @param searches that led to one article, so that each is another reader's */
export function evidenceOf(searches: readonly AnsweredSearch[]): Evidence {
  const helped = searches.filter(({ helpful }) => helpful);
  const places = helped.map(({ place }) => place).sort((a, b) => a - b);
  return {
    readers: helped.length,
    days: new Set(helped.map(({ day }) => day)).size,
    place: places[Math.floor((places.length - 1) / 2)] ?? 0,
  };
}

/** Enough readers on enough days, and more of them helped than not. */
export function isEnough(searches: readonly AnsweredSearch[], fewestReaders: number): boolean {
  const { readers, days } = evidenceOf(searches);
  return readers >= fewestReaders && days >= FEWEST_DAYS && readers > searches.length - readers;
}
