/** The middle of some measurements, what 95 % of them stay within, and the largest. */
export interface Spread {
  median: number;
  p95: number;
  largest: number;
}

export function spreadOf(measured: readonly number[]): Spread {
  const sorted = measured.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), largest: at(1) };
}
