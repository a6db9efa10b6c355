/** What was seen once: figures, and whether it was so. */
export interface Observation {
  values: readonly number[];
  isTrue: boolean;
  /** How much it counts against others. */
  weight: number;
}

/** More than enough: Newton's method doubles the right digits with every step. */
const STEPS = 25;
/** Keeps coefficients finite where a figure tells without exception what is so, or is always the same. */
const PENALTY: number = 1e-8;

/**
 * Coefficients under which the observations are likeliest, the intercept first (iteratively reweighted least squares:
 * Hastie, Tibshirani, Friedman 2009, section 4.4.1).
 *
 * @param observations as many figures in each
 */
export function logisticRegression(observations: readonly Observation[]): number[] {
  const size = (observations[0]?.values.length ?? 0) + 1;
  const all = observations.reduce((sum, { weight }) => sum + weight, 0);
  let coefficients = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = coefficients.map((coefficient) => PENALTY * coefficient);
    const curvature = slope.map((_, row) => slope.map((_, column) => (row === column ? PENALTY : 0)));
    for (const { values, isTrue, weight } of observations) {
      const likely = probability(coefficients, values);
      const share = weight / all;
      for (let row = 0; row < size; row++) {
        const own = at(values, row);
        slope[row] = (slope[row] ?? 0) + share * own * (likely - (isTrue ? 1 : 0));
        for (let column = 0; column < size; column++) {
          const line = curvature[row] ?? [];
          line[column] = (line[column] ?? 0) + share * likely * (1 - likely) * own * at(values, column);
        }
      }
    }
    const move = solved(curvature, slope);
    coefficients = coefficients.map((coefficient, place) => coefficient - (move[place] ?? 0));
  }
  return coefficients;
}

/** How likely it is so, 0 to 1. @param coefficients the intercept first */
export function probability(coefficients: readonly number[], values: readonly number[]): number {
  const sum = coefficients.reduce((sum, coefficient, place) => sum + coefficient * at(values, place), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The intercept's figure is always 1. */
function at(values: readonly number[], place: number): number {
  return place === 0 ? 1 : (values[place - 1] ?? 0);
}

/** Solves a system of linear equations by Gaussian elimination. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, place) => [...row, right[place] ?? 0]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    // The matrix is positive definite, so no pivot is 0 and no rows need to change places.
    const upper = rows[pivot] ?? [];
    for (const [place, row] of rows.entries()) {
      if (place === pivot) continue;
      const factor = (row[pivot] ?? 0) / (upper[pivot] ?? 1);
      for (let column = pivot; column <= size; column++) {
        row[column] = (row[column] ?? 0) - factor * (upper[column] ?? 0);
      }
    }
  }
  return rows.map((row, place) => (row[size] ?? 0) / (row[place] ?? 1));
}
