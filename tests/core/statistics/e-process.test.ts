import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { castVotes, randomNumbers } from '../../../bench/simulated-votes.ts';
import { evidenceAgainst, isProvenUnhelpful } from '../../../src/core/statistics/e-process.ts';

const votes = fc.record({ helpful: fc.nat(200), unhelpful: fc.nat(200) });
const limits = fc.double({ min: 0.3, max: 0.9, noNaN: true });

describe('the evidence that an article is unhelpful', () => {
  test('is the average likelihood below the limit over the likelihood at the limit', () => {
    const average = (yes: number, no: number, limit: number) => {
      const steps = 20_000;
      let sum = 0;
      for (let step = 0; step < steps; step++) {
        const share = ((step + 0.5) / steps) * limit;
        sum += (share / limit) ** yes * ((1 - share) / (1 - limit)) ** no;
      }
      return sum / steps;
    };
    for (const [yes, no, limit] of [
      [2, 18, 0.6],
      [7, 7, 0.6],
      [30, 3, 0.5],
    ] as const) {
      const evidence = evidenceAgainst({ helpful: yes, unhelpful: no }, limit);
      expect(evidence / average(yes, no, limit)).toBeCloseTo(1, 6);
    }
  });

  test('begins at 1', () => {
    expect(evidenceAgainst({ helpful: 0, unhelpful: 0 }, 0.6)).toBeCloseTo(1, 12);
  });

  test('is expected to stay where it is with the next vote on an article exactly at the limit', () => {
    fc.assert(
      fc.property(votes, limits, ({ helpful, unhelpful }, limit) => {
        const now = evidenceAgainst({ helpful, unhelpful }, limit);
        const yes = evidenceAgainst({ helpful: helpful + 1, unhelpful }, limit);
        const no = evidenceAgainst({ helpful, unhelpful: unhelpful + 1 }, limit);
        expect((limit * yes + (1 - limit) * no) / now).toBeCloseTo(1, 6);
      }),
    );
  });

  test('grows with a vote against and shrinks with a vote in favour', () => {
    fc.assert(
      fc.property(votes, limits, ({ helpful, unhelpful }, limit) => {
        const now = evidenceAgainst({ helpful, unhelpful }, limit);
        expect(evidenceAgainst({ helpful, unhelpful: unhelpful + 1 }, limit)).toBeGreaterThan(now);
        expect(evidenceAgainst({ helpful: helpful + 1, unhelpful }, limit)).toBeLessThan(now);
      }),
    );
  });

  test('survives hundreds of thousands of votes', () => {
    expect(isProvenUnhelpful({ helpful: 100_000, unhelpful: 400_000 }, 0.6)).toBe(true);
    expect(isProvenUnhelpful({ helpful: 400_000, unhelpful: 100_000 }, 0.6)).toBe(false);
  });

  test.each([0, 1, 60, Number.NaN])('refuses the limit %d', (limit) => {
    expect(() => evidenceAgainst({ helpful: 1, unhelpful: 1 }, limit)).toThrow(RangeError);
  });
});

describe('the alarm', () => {
  /** Votes until the alarm, looked at after each, or undefined if there is none in 520. */
  function votesToAlarm(
    truth: number,
    every: number,
    most: number,
    random: () => number,
  ): number | undefined {
    const sum = { helpful: 0, unhelpful: 0 };
    for (let count = every; count <= most; count += every) {
      const more = castVotes(truth, every, random);
      sum.helpful += more.helpful;
      sum.unhelpful += more.unhelpful;
      if (isProvenUnhelpful(sum, 0.6)) return count;
    }
    return undefined;
  }

  test('is false for about 2.3 % of the articles exactly at the limit, looked at every 5 votes up to 260', () => {
    const random = randomNumbers(11);
    const alarms = Array.from({ length: 2000 }, () => votesToAlarm(0.6, 5, 260, random)).filter(Boolean);
    expect(alarms.length / 2000).toBeGreaterThan(0.013);
    expect(alarms.length / 2000).toBeLessThan(0.033);
  });

  test.each([
    [0.3, 16],
    [0.4, 39],
    [0.45, 69],
    [0.5, 174],
  ])('comes after the votes that methods give for a share of %d: about %i', (truth, expected) => {
    const random = randomNumbers(12);
    const counts = Array.from({ length: 601 }, () => votesToAlarm(truth, 1, 1000, random) ?? 1000);
    const median = counts.sort((one, other) => one - other)[300] ?? Number.NaN;
    expect(median).toBeGreaterThan(expected * 0.8);
    expect(median).toBeLessThan(expected * 1.2);
  });
});
