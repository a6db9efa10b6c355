import { describe, expect, test } from 'vitest';
import { guttmanScale } from '../../../src/core/statistics/guttman-scale.ts';

const scaleOf = (...patterns: string[]) =>
  guttmanScale(patterns.map((bits) => ({ agreed: [...bits].map((bit) => bit === '1'), readers: 1 })));

describe('the Guttman scale', () => {
  test('of ten readers and five items with five errors has .90, .60 and .75', () => {
    const { reproducibility, minimum, scalability, isScale } = scaleOf(
      '11111',
      '11111',
      '11100',
      '11000',
      '11000',
      '10100', // one error
      '10000',
      '00110', // two
      '00011', // two
      '00000',
    );
    expect([reproducibility.toFixed(2), minimum.toFixed(2), scalability.toFixed(2)]).toEqual([
      '0.90',
      '0.60',
      '0.75',
    ]);
    expect(isScale).toBe(true);
  });

  test('is perfect where whoever agrees with an item agrees with all before it', () => {
    expect(scaleOf('1111', '1110', '1100', '1000', '0000')).toEqual({
      reproducibility: 1,
      minimum: 0.7,
      scalability: 1,
      homogeneity: 1,
      isScale: true,
    });
  });

  test('is none where the order is upside down', () => {
    expect(scaleOf('0001', '0011', '0111', '0000').isScale).toBe(false);
  });

  test('is none where all answer alike: that needs no scale to explain', () => {
    expect(scaleOf('1111', '1111')).toEqual({
      reproducibility: 1,
      minimum: 1,
      scalability: 0,
      homogeneity: 1,
      isScale: false,
    });
  });

  test('is none where the items know nothing of each other, though its errors are few', () => {
    // Readers of whom .90, .90, .50 and .50 are content, each level by itself.
    const shares = [0.9, 0.9, 0.5, 0.5];
    const patterns = Array.from({ length: 16 }, (_, number) => {
      const agreed = shares.map((_, item) => ((number >> item) & 1) === 1);
      const chance = agreed.reduce((product, does, item) => {
        const share = shares[item] ?? 0;
        return product * (does ? share : 1 - share);
      }, 1);
      return { agreed, readers: Math.round(10_000 * chance) };
    });
    const { reproducibility, scalability, homogeneity, isScale } = guttmanScale(patterns);
    expect(reproducibility).toBeGreaterThan(0.9);
    expect(scalability).toBeGreaterThan(0.55);
    expect(homogeneity).toBeCloseTo(0, 10);
    expect(isScale).toBe(false);
  });

  test('counts a pattern as often as readers gave it', () => {
    const once = [
      { agreed: [true, false], readers: 3 },
      { agreed: [false, true], readers: 2 },
    ];
    const each = once.flatMap(({ agreed, readers }) =>
      Array.from({ length: readers }, () => ({ agreed, readers: 1 })),
    );
    expect(guttmanScale(once)).toEqual(guttmanScale(each));
  });

  test('does not exist without answers', () => {
    expect(() => guttmanScale([])).toThrow(RangeError);
  });
});
