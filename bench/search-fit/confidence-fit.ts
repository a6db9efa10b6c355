import type { Evidence } from '../../src/search/answer.ts';
import type { AnsweredQuery } from './answered-queries.ts';
import { logisticRegression, probability } from './logistic-regression.ts';

/** What confidence rests on, in the order of the coefficients. */
const EVIDENCE = ['score', 'lead', 'unknown', 'sentence', 'weight'] as const satisfies (keyof Evidence)[];
/** The answer is to be among so many first results. */
export const SHOWN_FIRST = 3;

/** How likely an answer is right. */
export type Confidence = (evidence: Evidence | undefined) => number;

/** What was learnt, as it stands in `src/search/confidence.ts`. */
export type Learnt = Record<'intercept' | (typeof EVIDENCE)[number], number>;

/** Learns from queries when the answer is among the first three results. Every set weighs the same. */
export function learntFrom(answered: readonly AnsweredQuery[]): Learnt {
  const withEvidence = answered.flatMap(({ set, place, evidence }) =>
    evidence ? [{ set, place, evidence }] : [],
  );
  const bySet = Map.groupBy(withEvidence, ({ set }) => set);
  const [intercept = 0, ...others] = logisticRegression(
    withEvidence.map(({ set, place, evidence }) => ({
      values: valuesOf(evidence),
      isTrue: isShownFirst(place),
      weight: 1 / (bySet.get(set)?.length ?? 1),
    })),
  );
  const coefficients = EVIDENCE.map((name, at): [string, number] => [name, rounded(others[at] ?? 0)]);
  return { intercept: rounded(intercept), ...Object.fromEntries(coefficients) } as Learnt;
}

export function confidenceBy({ intercept, ...others }: Learnt): Confidence {
  const coefficients = [intercept, ...EVIDENCE.map((name) => others[name])];
  return (evidence) => (evidence ? probability(coefficients, valuesOf(evidence)) : 0);
}

/** @param place of the first right document, 0 where none was found */
export function isShownFirst(place: number): boolean {
  return place > 0 && place <= SHOWN_FIRST;
}

function valuesOf(evidence: Evidence): number[] {
  return EVIDENCE.map((name) => evidence[name]);
}

function rounded(coefficient: number): number {
  return Number(coefficient.toFixed(2));
}
