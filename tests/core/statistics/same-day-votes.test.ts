import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { castVoteDays, randomNumbers, simulateArticles } from '../../../bench/simulated-votes.ts';
import type { VoteDay } from '../../../src/core/audit-feedback/audit-feedback.ts';
import {
  type DatedVotes,
  independentVotes,
  sameDayLikeness,
} from '../../../src/core/statistics/same-day-votes.ts';
import { judgeArticles } from '../../../src/core/statistics/unhelpful-list.ts';

/** Votes of successive days, each with [yes, no]. */
function dated(...counts: [helpful: number, unhelpful: number][]): DatedVotes {
  const days = counts.map(([helpful, unhelpful], number) => ({ day: `day ${number}`, helpful, unhelpful }));
  return sumOf(days);
}

function sumOf(days: VoteDay[]): DatedVotes {
  return {
    helpful: days.reduce((sum, day) => sum + day.helpful, 0),
    unhelpful: days.reduce((sum, day) => sum + day.unhelpful, 0),
    days,
  };
}

const anyVotes = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 20 }).map((days) => dated(...days));

describe('the likeness of votes of one day', () => {
  test('is counted by pairs, and little is made of few', () => {
    // 100 days with 2 votes, all alike, half yes: of 100 pairs of a day none is unlike, where about half would be.
    const alike = dated(
      ...Array.from({ length: 100 }, (_, day): [number, number] => (day % 2 ? [2, 0] : [0, 2])),
    );
    const others = (200 * 199) / 2 - 100;
    expect(sameDayLikeness([alike])).toBeCloseTo(1 - 5 / (100 * ((100 * 100) / others) + 5), 12);
    expect(sameDayLikeness([dated([2, 0], [0, 2])])).toBeLessThan(0.3);
  });

  test.each([
    ['nobody voted', []],
    ['all votes fell on one day', [dated([7, 3])]],
    ['every day has one vote', [dated([1, 0], [0, 1], [1, 0], [1, 0])]],
    [
      'the votes of a day differ more than others',
      [dated(...Array.from({ length: 30 }, (): [number, number] => [1, 1]))],
    ],
  ])('is 0 where %s', (_, articles) => {
    expect(sameDayLikeness(articles)).toBe(0);
  });

  test('lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(anyVotes, { maxLength: 8 }), (articles) => {
        const likeness = sameDayLikeness(articles);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThan(1);
      }),
    );
  });

  test('is near 0 where every reader votes alone, and large where a fifth of them copies', () => {
    const random = randomNumbers(31);
    const likeness = (copied: number) =>
      sameDayLikeness(simulateArticles(2000, { a: 8, b: 2.5 }, random, { median: 20, copied }));
    expect(likeness(0)).toBeLessThan(0.05);
    expect(likeness(0.2)).toBeGreaterThan(0.3);
  });
});

describe('votes as independent ones', () => {
  test('are fewer by the design effect of their days', () => {
    // Squares 16 + 16 + 1 + 1 = 34, votes 10: effect 1 + 0.5 * (3.4 - 1) = 2.2.
    const { helpful, unhelpful } = independentVotes(dated([4, 0], [0, 4], [1, 0], [1, 0]), 0.5);
    expect(helpful).toBeCloseTo(6 / 2.2, 12);
    expect(unhelpful).toBeCloseTo(4 / 2.2, 12);
  });

  test('are all of them where no two fall on one day, none is like another, or the days are not known', () => {
    const plain = { helpful: 2, unhelpful: 1 };
    expect(independentVotes(dated([1, 0], [0, 1], [1, 0]), 0.9)).toEqual(plain);
    expect(independentVotes(dated([2, 1]), 0)).toEqual(plain);
    expect(independentVotes({ ...plain, days: [] }, 0.9)).toEqual(plain);
    expect(independentVotes(dated(), 0.9)).toEqual({ helpful: 0, unhelpful: 0 });
  });

  test('are one where all votes of a day are always the same', () => {
    const { helpful } = independentVotes(dated([30, 0]), 1);
    expect(helpful).toBeCloseTo(1, 12);
  });

  test('keep the share, are never more than there are, and fewer the more alike', () => {
    fc.assert(
      fc.property(anyVotes, fc.double({ min: 0, max: 1, noNaN: true }), (votes, likeness) => {
        const worth = independentVotes(votes, likeness);
        expect(worth.helpful).toBeLessThanOrEqual(votes.helpful);
        expect(worth.helpful * votes.unhelpful).toBeCloseTo(worth.unhelpful * votes.helpful, 6);
        const less = independentVotes(votes, likeness / 2);
        expect(worth.helpful).toBeLessThanOrEqual(less.helpful + 1e-12);
      }),
    );
  });
});

test('where a fifth of the votes copies another of the same day, at most a tenth of the list is wrong', () => {
  const random = randomNumbers(32);
  let listed = 0;
  let wrong = 0;
  let wrongWithout = 0;
  for (let site = 0; site < 4; site++) {
    const articles = simulateArticles(5000, { a: 8, b: 2.5 }, random, { median: 30, copied: 0.2 });
    const likeness = sameDayLikeness(articles);
    const weighed = articles.map((one) => ({ truth: one.truth, ...independentVotes(one, likeness) }));
    const limits = { helpfulShare: 0.6, falseShare: 0.05 };
    const flags = judgeArticles(weighed, limits).filter((one) => one.listed);
    const plain = judgeArticles(articles, limits).filter((one) => one.listed);
    listed += flags.length;
    wrong += flags.filter(({ article }) => article.truth >= 0.6).length;
    wrongWithout += plain.filter(({ article }) => article.truth >= 0.6).length / plain.length / 4;
  }
  expect(wrong / listed).toBeLessThan(0.1);
  expect(wrongWithout).toBeGreaterThan(0.1);
});

test('simulated votes fall on days of one year and sum up to what was asked for', () => {
  const days = castVoteDays(0.5, 1000, randomNumbers(33), { bursts: { share: 0.5, size: 20 } });
  expect(sumOf(days).helpful + sumOf(days).unhelpful).toBe(1000);
  expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted());
  expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
});
