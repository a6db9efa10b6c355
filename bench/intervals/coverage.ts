import {
  type Recommendations,
  scoreDifferenceInterval,
  scoreInterval,
} from '../../src/core/statistics/net-promoter-score.ts';
import { newcombe } from '../../src/core/statistics/newcombe.ts';
import { type Interval, wilson } from '../../src/core/statistics/wilson.ts';
import { binomial, multinomial } from './binomial.ts';
import { drawScore } from './drawn-score.ts';

/** True shares of promoters and detractors; the others are passive. */
export interface ScoreTruth {
  promoters: number;
  detractors: number;
}

/** How often an interval holds the truth, from 0 to 1: summed over all that so many readers may answer. */
export type Coverage<Truth> = (truth: Truth) => number;

/** Of a share, with so many answers. */
export function shareCoverage(answers: number, intervalOf = wilson): Coverage<number> {
  const intervals = Array.from({ length: answers + 1 }, (_, good) => intervalOf(good, answers));
  return (share) => {
    const chances = binomial(answers, share);
    return intervals.reduce((sum, one, good) => sum + (holds(one, share) ? (chances[good] ?? 0) : 0), 0);
  };
}

/** Of a Net Promoter Score. */
export function scoreCoverage(
  answers: number,
  intervalOf: (answers: Recommendations) => Interval = scoreInterval,
): Coverage<ScoreTruth> {
  const outcomes = [...outcomesOf(answers)].map((outcome) => ({ outcome, interval: intervalOf(outcome) }));
  return (truth) => {
    const shares = [truth.promoters, 1 - truth.promoters - truth.detractors, truth.detractors];
    const score = scoreOf(truth);
    let sum = 0;
    for (const { outcome, interval } of outcomes) {
      if (!holds(interval, score)) continue;
      sum += multinomial([outcome.promoters, outcome.passives, outcome.detractors], shares);
    }
    return sum;
  };
}

/** Of the difference of two shares with so many answers each, the first minus the second. */
export function shareChangeCoverage(
  first: number,
  second: number,
): Coverage<[first: number, second: number]> {
  const intervals = Array.from({ length: first + 1 }, (_, one) =>
    Array.from({ length: second + 1 }, (_, other) =>
      newcombe({ successes: one, trials: first }, { successes: other, trials: second }),
    ),
  );
  return ([one, other]) => {
    const chances = binomial(first, one);
    const others = binomial(second, other);
    let sum = 0;
    for (const [good, row] of intervals.entries()) {
      for (const [otherGood, interval] of row.entries()) {
        if (holds(interval, one - other)) sum += (chances[good] ?? 0) * (others[otherGood] ?? 0);
      }
    }
    return sum;
  };
}

/**
 * Of the difference of two scores with so many answers each, the first minus the second. There are too many outcomes to
 * sum up: the share of so many pairs that are drawn, which is off by less than 0.3 % in nearly all cases if 20,000 are.
 */
export function scoreChangeCoverage(
  first: number,
  second: number,
  { draws, random }: { draws: number; random: () => number },
): Coverage<[first: ScoreTruth, second: ScoreTruth]> {
  return ([one, other]) => {
    const difference = scoreOf(one) - scoreOf(other);
    let held = 0;
    for (let draw = 0; draw < draws; draw++) {
      const interval = scoreDifferenceInterval(
        drawScore(one, first, random),
        drawScore(other, second, random),
      );
      if (holds(interval, difference)) held += 1;
    }
    return held / draws;
  };
}

/** The true score, in points. */
export function scoreOf({ promoters, detractors }: ScoreTruth): number {
  return 100 * (promoters - detractors);
}

/** Everything that so many readers may answer. */
function* outcomesOf(answers: number): Generator<Recommendations> {
  for (let promoters = 0; promoters <= answers; promoters++) {
    for (let detractors = 0; promoters + detractors <= answers; detractors++) {
      yield { promoters, passives: answers - promoters - detractors, detractors };
    }
  }
}

/** Sums of binary fractions miss a bound that is the truth itself by some billionths. */
function holds({ low, high }: Interval, truth: number): boolean {
  return low <= truth + 1e-9 && high >= truth - 1e-9;
}
