/** Figures by their names. */
export type Weights<Name extends string> = Readonly<Record<Name, number>>;

/** Where an ascent stands. */
export interface Standing<Name extends string> {
  weights: Weights<Name>;
  /** What the objective says of them. */
  reached: number;
}

export interface AscentOptions<Name extends string> {
  /** A step counts that gains more. */
  leastGain: number;
  /** Rounds over all weights at most. */
  rounds: number;
  /** Told of everything that was tried. */
  onTried?: (name: Name, from: number, to: number, reached: number, isTaken: boolean) => void;
}

/** What is tried in place of a weight, against it. */
const LESS = 0.8;
const MORE = 1.25;
const LARGEST_SHARE = 0.95;

/**
 * Raises an objective one weight at a time: each is made less or more for as long as that gains, until a round over all
 * of them moves none.
 */
export async function ascend<Name extends string>(
  start: Weights<Name>,
  objective: (weights: Weights<Name>) => Promise<number>,
  { leastGain, rounds, onTried }: AscentOptions<Name>,
): Promise<Standing<Name>> {
  let best: Standing<Name> = { weights: start, reached: await objective(start) };
  for (let round = 0; round < rounds; round++) {
    const before = best;
    for (const name of Object.keys(start) as Name[]) {
      const present = best.weights[name];
      for (const factor of [LESS, MORE]) {
        // What is less than before is not tried to be more again.
        if (best.weights[name] !== present) break;
        best = await climb(best, name, factor);
      }
    }
    if (best === before) break;
  }
  return best;

  async function climb(from: Standing<Name>, name: Name, factor: number): Promise<Standing<Name>> {
    let standing = from;
    for (;;) {
      const present = standing.weights[name];
      const tried = neighbour(present, factor);
      if (tried === present) return standing;
      const weights = { ...standing.weights, [name]: tried };
      const reached = await objective(weights);
      const isTaken = reached > standing.reached + leastGain;
      onTried?.(name, present, tried, reached, isTaken);
      if (!isTaken) return standing;
      standing = { weights, reached };
    }
  }
}

/** In two digits. A weight below 1 is a share, e.g. of a guess, and stays less than the whole. */
function neighbour(weight: number, factor: number): number {
  const tried = Number((weight * factor).toPrecision(2));
  return weight < 1 ? Math.min(LARGEST_SHARE, tried) : tried;
}
