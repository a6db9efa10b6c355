/** Logarithms of the factorials of 0 to 1,000: as many answers as any measurement here has. */
const LOG_FACTORIALS = logFactorials(1000);

/** How probable each number of successes is, from none to all, where each trial succeeds with this probability. */
export function binomial(trials: number, share: number): Float64Array {
  return Float64Array.from({ length: trials + 1 }, (_, successes) =>
    multinomial([successes, trials - successes], [share, 1 - share]),
  );
}

/** How probable these counts of answers are where each answer falls into one of the groups with these probabilities. */
export function multinomial(counts: readonly number[], shares: readonly number[]): number {
  let logarithm = logFactorial(counts.reduce((sum, count) => sum + count, 0));
  for (const [group, count] of counts.entries()) {
    if (count > 0) logarithm += count * Math.log(shares[group] ?? 0) - logFactorial(count);
  }
  return Math.exp(logarithm);
}

function logFactorial(number: number): number {
  return LOG_FACTORIALS[number] ?? Number.NaN;
}

function logFactorials(most: number): Float64Array {
  const sums = new Float64Array(most + 1);
  for (let number = 1; number <= most; number++) sums[number] = (sums[number - 1] ?? 0) + Math.log(number);
  return sums;
}
