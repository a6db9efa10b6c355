import { homogeneity } from './homogeneity.ts';

/** Readers who agreed with the same items of a scale. */
export interface ResponsePattern {
  /** Whether they agreed with each item, from the one most agree with to the one fewest do. */
  agreed: readonly boolean[];
  readers: number;
}

/** How far answers form a scale on which who agrees with one item agrees with all items before it. */
export interface GuttmanScale {
  /** Share of the answers that the scale gives back rightly, 1 - errors / answers. */
  reproducibility: number;
  /** The same from knowing only what most readers answered to each item: what any answers would reach. */
  minimum: number;
  /** How much of the way from the minimum to 1 the scale explains; 0 where everybody answers alike. */
  scalability: number;
  /** Loevinger's H: how much rarer errors are than among items that know nothing of each other. */
  homogeneity: number;
  /**
   * Reproducibility of at least 0.90 and scalability above 0.60, as is usual, and homogeneity of at least 0.30: the first
   * two alone are passed by two of three surveys whose levels know nothing of each other, of which nearly all readers
   * are content with some and half with others (`bench/levels.ts`).
   */
  isScale: boolean;
}

/**
 * Do items form a Guttman scale? The errors of a reader are the fewest answers that would have to differ for the
 * reader to agree with the first so many items and with no other (the Cornell technique).
 *
 * Guttman, "A Basis for Scaling Qualitative Data", American Sociological Review 9 (1944), 139-150;
 * McIver and Carmines, "Unidimensional Scaling" (1981), for the minimum and for scalability.
 *
 * @throws RangeError if there are no answers.
 */
export function guttmanScale(patterns: readonly ResponsePattern[]): GuttmanScale {
  const items = patterns[0]?.agreed.length ?? 0;
  const agreements = new Array<number>(items).fill(0);
  let readers = 0;
  let errors = 0;
  for (const pattern of patterns) {
    readers += pattern.readers;
    errors += pattern.readers * errorsOf(pattern.agreed);
    for (const [item, agreed] of pattern.agreed.entries()) {
      if (agreed) agreements[item] = (agreements[item] ?? 0) + pattern.readers;
    }
  }
  const answers = readers * items;
  if (answers === 0) throw new RangeError('no scale without answers');
  const modal = agreements.reduce((sum, agreed) => sum + Math.max(agreed, readers - agreed), 0);
  const reproducibility = 1 - errors / answers;
  const minimum = modal / answers;
  const scalability = minimum === 1 ? 0 : (reproducibility - minimum) / (1 - minimum);
  const likeness = homogeneity(patterns);
  return {
    reproducibility,
    minimum,
    scalability,
    homogeneity: likeness,
    isScale: reproducibility >= 0.9 && scalability > 0.6 && likeness >= 0.3,
  };
}

/** Begins with the pattern that agrees with nothing and moves its end up, one item at a time. */
function errorsOf(agreed: readonly boolean[]): number {
  let errors = agreed.filter(Boolean).length;
  let fewest = errors;
  for (const one of agreed) {
    errors += one ? -1 : 1;
    fewest = Math.min(fewest, errors);
  }
  return fewest;
}
