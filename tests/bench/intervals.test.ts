import { describe, expect, test } from 'vitest';
import { binomial, multinomial } from '../../bench/intervals/binomial.ts';
import {
  scoreChangeCoverage,
  scoreCoverage,
  shareChangeCoverage,
  shareCoverage,
} from '../../bench/intervals/coverage.ts';
import { randomNumbers } from '../../bench/simulated-votes.ts';
import { scoreDifferenceInterval, scoreInterval } from '../../src/core/statistics/net-promoter-score.ts';
import { newcombe } from '../../src/core/statistics/newcombe.ts';

const EVERYTHING = { low: -100, high: 100 };
const NOTHING = { low: 200, high: 200 };

describe('the chances of counts', () => {
  test('of coins are those of Pascal’s triangle', () => {
    expect([...binomial(4, 0.5)].map((chance) => (16 * chance).toFixed(9))).toEqual(
      [1, 4, 6, 4, 1].map((number) => number.toFixed(9)),
    );
  });

  test('come to 1 for a thousand answers as well', () => {
    expect(binomial(1000, 0.3).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
  });

  test('of an answer that cannot be are 0, and of the only one that can be 1', () => {
    expect([multinomial([1, 1], [1, 0]), multinomial([2, 0], [1, 0])]).toEqual([0, 1]);
  });
});

describe('coverage', () => {
  test('is 1 of an interval that holds everything, and 0 of one that holds nothing', () => {
    expect(shareCoverage(7, () => EVERYTHING)(0.3)).toBeCloseTo(1, 9);
    expect(shareCoverage(7, () => NOTHING)(0.3)).toBe(0);
  });

  test('is the chance of the answers whose interval holds the truth', () => {
    const onlyAllGood = shareCoverage(3, (good, answers) => (good === answers ? EVERYTHING : NOTHING));
    expect(onlyAllGood(0.9)).toBeCloseTo(0.9 ** 3, 9);
    const noDetractor = scoreCoverage(2, ({ detractors }) => (detractors === 0 ? EVERYTHING : NOTHING));
    expect(noDetractor({ promoters: 0.5, detractors: 0.2 })).toBeCloseTo(0.8 ** 2, 9);
  });

  test('of a score is what comes of all sheets of three readers, one after the other', () => {
    const shares = { promoters: 0.5, passives: 0.3, detractors: 0.2 };
    const groups = Object.keys(shares) as (keyof typeof shares)[];
    let sum = 0;
    for (const one of groups) {
      for (const other of groups) {
        for (const third of groups) {
          const answers = { promoters: 0, passives: 0, detractors: 0 };
          for (const group of [one, other, third]) answers[group] += 1;
          const { low, high } = scoreInterval(answers);
          if (low <= 30 && high >= 30) sum += shares[one] * shares[other] * shares[third];
        }
      }
    }
    expect(scoreCoverage(3)(shares)).toBeCloseTo(sum, 9);
    expect(sum).toBeLessThan(1);
  });

  test('of a change is what comes of all answers of two and three readers, one after the other', () => {
    let sum = 0;
    for (let bits = 0; bits < 2 ** 5; bits++) {
      const good = Array.from({ length: 5 }, (_, reader) => (bits >> reader) & 1);
      const count = (part: number[]) => part.reduce((all, one) => all + one, 0);
      const [now, before] = [count(good.slice(0, 2)), count(good.slice(2))];
      const { low, high } = newcombe({ successes: now, trials: 2 }, { successes: before, trials: 3 });
      const chance = 0.98 ** now * 0.02 ** (2 - now) * 0.1 ** before * 0.9 ** (3 - before);
      if (low <= 0.88 && high >= 0.88) sum += chance;
    }
    expect(shareChangeCoverage(2, 3)([0.98, 0.1])).toBeCloseTo(sum, 9);
    expect(sum).toBeLessThan(1);
  });

  test('of a change of the score that is drawn comes near to what the sum gives where one score is sure', () => {
    // All readers of the second are promoters: what the interval of the difference holds is known for each answer.
    const [one, sure] = [
      { promoters: 0.5, detractors: 0.2 },
      { promoters: 1, detractors: 0 },
    ];
    const all = { promoters: 20, passives: 0, detractors: 0 };
    const exact = scoreCoverage(20, (answers) => {
      const { low, high } = scoreDifferenceInterval(answers, all);
      return { low: low + 100, high: high + 100 };
    })(one);
    const drawn = scoreChangeCoverage(20, 20, { draws: 20_000, random: randomNumbers(1) })([one, sure]);
    expect(drawn).toBeCloseTo(exact, 2);
    expect(exact).toBeLessThan(0.99);
  });
});
