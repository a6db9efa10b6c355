import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_NAMED, WeighedTexts, wordsIn } from '../../../src/core/likeness/weighed-texts.ts';

/** Texts of a few words each, so that many have some in common; so few that none is left out. */
const someTexts = fc.array(
  fc.array(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 12 }).map((words) => words.join(' ')),
  { minLength: 2, maxLength: MOST_NAMED + 1 },
);

describe('likeness', () => {
  test('is the weight of shared words in that of all words, rare words weighing more', () => {
    // `b` is in both texts and weighs ln 2; the others are in one and weigh ln 3.
    const texts = new WeighedTexts(['A b b', 'b, c!']);
    expect(texts.likeness(0, 1)).toBeCloseTo(Math.log(2) / (2 * Math.log(3) + Math.log(2)), 12);
  });

  test('is the same both ways, 1 for the same words, 0 without a common word, and never outside', () => {
    fc.assert(
      fc.property(someTexts, (given) => {
        const texts = new WeighedTexts(given);
        const likeness = texts.likeness(0, 1);
        expect(texts.likeness(1, 0)).toBe(likeness);
        const [a, b] = [new Set(wordsIn(given[0] ?? '')), new Set(wordsIn(given[1] ?? ''))];
        if (a.isDisjointFrom(b)) expect(likeness).toBe(0);
        else if (a.isSubsetOf(b) && b.isSubsetOf(a)) expect(likeness).toBe(1);
        else expect(likeness > 0 && likeness < 1).toBe(true);
      }),
    );
  });

  test('knows a text without words to be like no other', () => {
    const texts = new WeighedTexts(['', '', '…']);
    expect([texts.likeness(0, 1), texts.likeness(1, 2), texts.sizeOf(0)]).toEqual([0, 0, 0]);
  });
});

describe('the texts that are alike', () => {
  test('are those that a comparison of each with each finds', () => {
    fc.assert(
      fc.property(someTexts, fc.double({ min: 0.05, max: 1, noNaN: true }), (given, limit) => {
        const texts = new WeighedTexts(given);
        const all = given.flatMap((_, second) =>
          given.slice(0, second).flatMap((_, first) => {
            const likeness = texts.likeness(first, second);
            return likeness >= limit ? [{ first, second, likeness }] : [];
          }),
        );
        const found = texts.alike(limit).sort((a, b) => a.second - b.second || a.first - b.first);
        expect(found).toEqual(all);
      }),
    );
  });

  test('are named with a few others each, where many are alike', () => {
    const texts = new WeighedTexts(Array(20).fill('the same words in each of them'));
    const pairs = texts.alike(0.6);
    expect(pairs).toHaveLength(0 + 1 + 2 + 3 + 4 + 15 * MOST_NAMED);
    expect(new Set(pairs.map(({ second }) => second)).size).toBe(19);
  });
});
