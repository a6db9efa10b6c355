import {
  netPromoterScore,
  type Recommendations,
  scoreDifferenceInterval,
  scoreInterval,
} from '../statistics/net-promoter-score.ts';
import { type Change, verdictOf } from './share.ts';
import { SMALLEST_GROUP, SMALLEST_SCORE_INTERVAL } from './small-groups.ts';

/** A Net Promoter Score as it may be shown, in points from -100 to 100. */
export interface ScoreFigure extends Recommendations {
  of: number;
  score: number;
  /** Where the true score lies (95 %); missing under {@link SMALLEST_SCORE_INTERVAL} answers. */
  low?: number;
  high?: number;
}

/** How a Net Promoter Score moved against the period before, in points; only where both have an interval. */
export interface ScoreChange extends Change {
  before: ScoreFigure;
}

/** The score, or `undefined` where the group is too small to be shown. */
export function scoreOf(answers: Recommendations): ScoreFigure | undefined {
  const of = answers.promoters + answers.passives + answers.detractors;
  if (of < SMALLEST_GROUP) return undefined;
  return {
    ...answers,
    of,
    score: netPromoterScore(answers),
    ...(of >= SMALLEST_SCORE_INTERVAL && scoreInterval(answers)),
  };
}

/** How a score changed, where both are shown with their intervals. */
export function scoreChangeOf(
  now: ScoreFigure | undefined,
  before: ScoreFigure | undefined,
): ScoreChange | undefined {
  if (now?.low === undefined || before?.low === undefined) return undefined;
  const interval = scoreDifferenceInterval(now, before);
  return { before, difference: now.score - before.score, ...interval, verdict: verdictOf(interval) };
}
