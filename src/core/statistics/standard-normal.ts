import erfcinv from '@stdlib/math-base-special-erfcinv';

/**
 * How many standard errors an estimate may lie off at this confidence.
 *
 * @param confidence Two-sided: how often an interval of so many standard errors to each side holds the truth.
 * @example standardErrors(0.95) // 1.95996…
 */
export function standardErrors(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`not a confidence: ${confidence}`);
  return Math.SQRT2 * erfcinv(1 - confidence);
}
