import { climbLevels, type LevelAnswers } from '../../src/core/statistics/expectation-levels.ts';

/** The share of good answers that a level needs. */
export const LIMIT = 0.7;

/** Fewest readers of a level that is judged, as in a report. */
const SMALLEST = 5;

/**
 * What a survey said of the truth: it named the level on which to work, or said that all hold, rightly (`right`); it named
 * a level that is not the first broken one, or said that all hold where one is broken (`wrong`); it was `undecided`.
 */
export type Outcome = 'right' | 'wrong' | 'undecided';

/** Compares what the climb up the levels says with their true shares. */
export function outcomeOf(levels: readonly LevelAnswers[], shares: readonly number[]): Outcome {
  const verdicts = climbLevels(
    levels.map((answers) => [answers.level, answers] as const),
    LIMIT,
    SMALLEST,
  ).map(({ verdict }) => verdict);
  const named = verdicts.indexOf('first-broken');
  const isSure = named >= 0 || verdicts.every((verdict) => verdict === 'holds');
  if (!isSure) return 'undecided';
  return named === shares.findIndex((share) => share < LIMIT) ? 'right' : 'wrong';
}
