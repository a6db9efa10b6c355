import type { AnsweredSearch } from '../../../src/core/learning/answered-searches.ts';
import { formsBy } from '../../../src/core/learning/phrasing.ts';

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

/** As stemmers do, roughly: enough to tell that a plural is the same word. */
export const formOf = formsBy((word) => word.replace(/(?:s|en|n)$/, ''));
