import type { Evidence } from './answer.ts';

/**
 * How likely the answer is among the first three results: logistic regression on the evidence. Learnt on one half of the
 * queries of several public sets, and on queries of other sets, to which a site has no answer (`bench/search-fit.ts`).
 * On the other half, of the answers with a confidence of 0.9 or more the first was the right one in 88 of 100.
 */
const LEARNT = { intercept: -4.11, score: 4.41, lead: 2.31, unknown: -4.78, sentence: 4.84, weight: 0.37 };

/** Under this, two of three queries to which the site has no answer lie, and one of eight of those to which it has. */
const UNSURE = 0.35;

/** @returns 0 to 1 */
export function confidenceOf(evidence: Evidence | undefined): number {
  if (!evidence) return 0;
  const sum =
    LEARNT.intercept +
    LEARNT.score * evidence.score +
    LEARNT.lead * evidence.lead +
    LEARNT.unknown * evidence.unknown +
    LEARNT.sentence * evidence.sentence +
    LEARNT.weight * evidence.weight;
  return 1 / (1 + Math.exp(-sum));
}

/** Whether the reader should be told that nothing fits well. */
export function isUnsure(confidence: number): boolean {
  return confidence < UNSURE;
}
