import { expect, test } from 'vitest';
import { homogeneity } from '../../../src/core/statistics/homogeneity.ts';

test('homogeneity is 1 without an error, 0 where the items know nothing of each other, and small upside down', () => {
  const of = (...patterns: [bits: string, readers: number][]) =>
    homogeneity(
      patterns.map(([bits, readers]) => ({ agreed: [...bits].map((bit) => bit === '1'), readers })),
    );
  expect(of(['11', 3], ['10', 4], ['00', 2])).toBe(1);
  expect(of(['11', 12], ['10', 4], ['01', 3], ['00', 1])).toBeCloseTo(0, 12);
  expect(of(['11', 3], ['01', 4], ['00', 2])).toBeCloseTo(1 / 7, 12);
});
