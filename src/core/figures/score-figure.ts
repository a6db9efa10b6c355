import { netPromoterScore, type Recommendations, scoreInterval } from '../statistics/net-promoter-score.ts';
import { SMALLEST_GROUP, SMALLEST_SCORE_INTERVAL } from './small-groups.ts';

/** A Net Promoter Score as it may be shown, in points from -100 to 100. */
export interface ScoreFigure extends Recommendations {
  of: number;
  score: number;
  /** Where the true score lies (95 %); missing under {@link SMALLEST_SCORE_INTERVAL} answers. */
  low?: number;
  high?: number;
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
