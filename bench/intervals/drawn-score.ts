import type { Recommendations } from '../../src/core/statistics/net-promoter-score.ts';
import type { ScoreTruth } from './coverage.ts';

/** What so many readers recommend, drawn from the truth. */
export function drawScore(truth: ScoreTruth, answers: number, random: () => number): Recommendations {
  const drawn = { promoters: 0, passives: 0, detractors: 0 };
  for (let answer = 0; answer < answers; answer++) {
    const number = random();
    if (number < truth.promoters) drawn.promoters += 1;
    else if (number < truth.promoters + truth.detractors) drawn.detractors += 1;
    else drawn.passives += 1;
  }
  return drawn;
}
