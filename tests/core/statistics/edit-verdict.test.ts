import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { castVotes, randomNumbers } from '../../../bench/simulated-votes.ts';
import { editVerdict } from '../../../src/core/statistics/edit-verdict.ts';

const votes = fc.record({ helpful: fc.nat(500), unhelpful: fc.nat(500) });
const mirrored = { helped: 'hurt', hurt: 'helped', 'too few votes': 'too few votes' };

describe('the verdict on an edit', () => {
  test('gives the votes on both sides, the change, and where the true change lies', () => {
    // The other way round Newcombe (1998) has 56/70 - 48/80 -> .0524 to .3339.
    const before = { helpful: 56, unhelpful: 14, views: 900 };
    expect(editVerdict(before, { helpful: 48, unhelpful: 32 }, 0.95)).toEqual({
      verdict: 'hurt',
      before: { helpful: 56, unhelpful: 14 },
      after: { helpful: 48, unhelpful: 32 },
      change: expect.closeTo(-0.2, 12),
      interval: { low: expect.closeTo(-0.3339, 4), high: expect.closeTo(-0.0524, 4) },
    });
  });

  test.each([
    ['helped', [10, 20], [28, 2]],
    ['hurt', [80, 20], [28, 22]],
    ['too few votes', [80, 20], [0, 19]],
    ['hurt', [80, 20], [0, 20]],
    ['too few votes', [19, 0], [50, 50]],
    ['too few votes', [80, 20], [14, 7]],
    ['too few votes', [80, 20], [80, 20]],
  ] as const)('is "%s" for %j before and %j after', (verdict, [yes, no], [yesAfter, noAfter]) => {
    const before = { helpful: yes, unhelpful: no };
    expect(editVerdict(before, { helpful: yesAfter, unhelpful: noAfter }, 0.9).verdict).toBe(verdict);
  });

  test('says nothing of a change where one side has no votes', () => {
    const nobody = { helpful: 0, unhelpful: 0 };
    expect(editVerdict(nobody, { helpful: 30, unhelpful: 0 }, 0.9)).not.toHaveProperty('change');
    expect(editVerdict({ helpful: 30, unhelpful: 0 }, nobody, 0.9).verdict).toBe('too few votes');
  });

  test('turns round when yes and no change places, and when before and after do', () => {
    fc.assert(
      fc.property(votes, votes, (before, after) => {
        const { verdict } = editVerdict(before, after, 0.9);
        const turn = ({ helpful, unhelpful }: typeof before) => ({ helpful: unhelpful, unhelpful: helpful });
        expect(editVerdict(turn(before), turn(after), 0.9).verdict).toBe(mirrored[verdict]);
        expect(editVerdict(after, before, 0.9).verdict).toBe(mirrored[verdict]);
      }),
    );
  });

  test('finds four of five falls from 80 to 60 % after 50 votes, and blames 1 harmless edit in 20', () => {
    const random = randomNumbers(21);
    const share = (after: number) => {
      let hurt = 0;
      for (let run = 0; run < 4000; run++) {
        const verdict = editVerdict(castVotes(0.8, 100, random), castVotes(after, 50, random), 0.9);
        if (verdict.verdict === 'hurt') hurt++;
      }
      return hurt / 4000;
    };
    expect(share(0.6)).toBeGreaterThan(0.78);
    expect(share(0.8)).toBeLessThan(0.06);
  });
});
