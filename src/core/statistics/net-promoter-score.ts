import { standardErrors } from './standard-normal.ts';
import type { Interval } from './wilson.ts';

/** Answers to "How likely are you to recommend us?", from 0 to 10. */
export interface Recommendations {
  /** Answers of 9 and 10. */
  promoters: number;
  /** Answers of 7 and 8. */
  passives: number;
  /** Answers of 0 to 6. */
  detractors: number;
}

/** To which of the three groups an answer from 0 to 10 belongs. */
export function recommendationGroup(answer: number): keyof Recommendations {
  return answer >= 9 ? 'promoters' : answer >= 7 ? 'passives' : 'detractors';
}

/**
 * The Net Promoter Score: the share of promoters minus the share of detractors, in points from -100 to 100.
 * Without answers there is none: `NaN`.
 *
 * Reichheld, "The One Number You Need to Grow", Harvard Business Review 12/2003.
 *
 * @example netPromoterScore({ promoters: 50, passives: 30, detractors: 20 }) // 30
 */
export function netPromoterScore({ promoters, passives, detractors }: Recommendations): number {
  return (100 * (promoters - detractors)) / (promoters + passives + detractors);
}

/**
 * The standard error of the score, in points: an answer is worth 1, 0 or -1, so its variance is
 * `p + d - (p - d)^2` for the shares p of promoters and d of detractors.
 *
 * Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70 (2016), 365-372.
 */
export function scoreError({ promoters, passives, detractors }: Recommendations): number {
  const answers = promoters + passives + detractors;
  const p = promoters / answers;
  const d = detractors / answers;
  return 100 * Math.sqrt((p + d - (p - d) ** 2) / answers);
}

/**
 * Where the true score lies, in points: the adjusted Wald interval. It is that of the answers with three more,
 * three quarters of one added to promoters and to detractors, which keeps what it promises for few answers, too.
 * Its middle lies a little nearer to 0 than the score.
 *
 * Rocks (2016), as above: one of the two intervals that came off best there.
 *
 * @param confidence How often such an interval holds the true score.
 * @example scoreInterval({ promoters: 50, passives: 30, detractors: 20 }) // { low: 14.05…, high: 44.20… }
 */
export function scoreInterval(answers: Recommendations, confidence = 0.95): Interval {
  const { middle, error } = adjustedScore(answers);
  const half = standardErrors(confidence) * error;
  return { low: Math.max(-100, middle - half), high: Math.min(100, middle + half) };
}

/**
 * Where the difference of two true scores lies, the first minus the second, in points from -200 to 200: the Wald
 * interval of the difference of two adjusted scores, whose errors are independent.
 *
 * Rocks (2016), as above, for each score; the errors of a difference add up as squares.
 *
 * @param confidence How often such an interval holds the true difference.
 */
export function scoreDifferenceInterval(
  first: Recommendations,
  second: Recommendations,
  confidence = 0.95,
): Interval {
  const [one, other] = [adjustedScore(first), adjustedScore(second)];
  const middle = one.middle - other.middle;
  const half = standardErrors(confidence) * Math.hypot(one.error, other.error);
  return { low: Math.max(-200, middle - half), high: Math.min(200, middle + half) };
}

function adjustedScore(answers: Recommendations): { middle: number; error: number } {
  const adjusted = {
    promoters: answers.promoters + 0.75,
    passives: answers.passives + 1.5,
    detractors: answers.detractors + 0.75,
  };
  return { middle: netPromoterScore(adjusted), error: scoreError(adjusted) };
}
