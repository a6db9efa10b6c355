import type { Answers, Signal, Vote } from '../../src/core/feedback.ts';

/** The same UUID for the same number, in the order of the numbers. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

export function vote(number: number, more: Partial<Vote> = {}): Vote {
  return {
    id: uuid(number),
    article: 'billing/refund',
    locale: 'de',
    revision: '0123456789ab',
    helpful: false,
    ...more,
  };
}

export function answers(number: number, more: Partial<Answers> = {}): Answers {
  return { id: uuid(number), locale: 'de', answers: { nps: 9 }, ...more };
}

export function view(number: number, more: { article?: string; locale?: string; revision?: string } = {}) {
  const { id, article, locale, revision } = vote(number);
  return { id, kind: 'view', article, locale, revision, ...more } satisfies Signal;
}

export function search(number: number, query: string, results: number, locale = 'de') {
  return { id: uuid(number), kind: 'search', locale, query, results } satisfies Signal;
}

export function open(number: number, ofSearch: number) {
  return {
    id: uuid(number),
    kind: 'open',
    locale: 'de',
    search: uuid(ofSearch),
    article: 'billing/refund',
    position: 1,
  } satisfies Signal;
}

export function help(number: number, kind: 'contact' | 'solved', article: string, locale = 'de') {
  return { id: uuid(number), kind, locale, article } satisfies Signal;
}
