import type { AnsweredSearch } from '../../../src/core/learning/answered-searches.ts';
import type { FormOf } from '../../../src/core/learning/phrasing.ts';

/** Readers who asked in the same words, on one day after another, and came to the same article. */
export function readers(count: number, query: string, given: Partial<AnsweredSearch> = {}): AnsweredSearch[] {
  return Array.from({ length: count }, (_, reader) => ({
    query,
    locale: 'en',
    article: 'billing/refund',
    helpful: true,
    day: `2026-03-0${1 + (reader % 9)}`,
    place: 2,
    ...given,
  }));
}

const FILLERS = new Set(['how', 'do', 'i', 'my', 'the', 'a', 'to', 'wie', 'ich', 'meinen', 'meine', 'der']);

/** As stemmers do, roughly: enough to tell that a plural is the same word. */
export const formOf: FormOf = (word) => (FILLERS.has(word) ? undefined : word.replace(/(?:s|en|n)$/, ''));
