import type { Votes } from './votes.ts';

/** A Beta(a, b) distribution of the share of readers that an article helps. */
export interface Beta {
  a: number;
  b: number;
}

/** So many articles with votes are needed before the site's own votes say how helpful its articles are. */
export const FEWEST_ARTICLES = 20;

/** Taken for granted until then: three of four readers are helped (a / (a + b)), give or take 13 points. */
export const USUAL: Beta = { a: 8, b: 2.5 };

/** Neither parameter leaves these bounds, where votes that are all alike would drive it to 0 or without end. */
const SMALLEST = 0.05;
const LARGEST = 1000;

/**
 * How helpful the articles of a site are as a whole: the Beta distribution that makes their votes likeliest
 * (maximum likelihood of the beta-binomial), or the usual one where fewer than {@link FEWEST_ARTICLES} have votes.
 *
 * The likelihood is summed as in Griffiths, "Maximum likelihood estimation for the beta-binomial distribution",
 * Biometrics 29 (1973), 637-648; it is climbed by Newton steps in the logarithms of both parameters, damped
 * where it curves the wrong way (Levenberg and Marquardt). What the votes leave open, as where every article has
 * but one, stays near the usual.
 *
 * @param votes Counts may be parts of votes, as where votes that repeat each other count less than fully.
 */
export function fitBeta(votes: readonly Votes[], usual: Beta = USUAL): Beta {
  const voted = votes.filter(({ helpful, unhelpful }) => helpful + unhelpful > 0);
  if (voted.length < FEWEST_ARTICLES) return usual;
  const tallies = {
    helpful: exceeding(voted.map(({ helpful }) => helpful)),
    unhelpful: exceeding(voted.map(({ unhelpful }) => unhelpful)),
    all: exceeding(voted.map(({ helpful, unhelpful }) => helpful + unhelpful)),
  };
  let here = slopeAt(usual, tallies);
  let damping = 1;
  for (let round = 0; round < 200 && damping < 1e12; round++) {
    const there = slopeAt(climb(here, damping), tallies);
    if (there.height > here.height) {
      const gain = there.height - here.height;
      here = there;
      damping = Math.max(damping / 10, 1e-9);
      if (gain < 1e-10) break;
    } else {
      damping *= 10;
    }
  }
  return here.at;
}

interface Tallies {
  helpful: Float64Array;
  unhelpful: Float64Array;
  all: Float64Array;
}

/** The log-likelihood at one place, with its first and second derivatives by ln a and ln b. */
interface Slope {
  at: Beta;
  height: number;
  byA: number;
  byB: number;
  byAA: number;
  byBB: number;
  byAB: number;
}

/** At place k: how many of the counts are greater than k. Of a count of 2.3, three tenths are greater than 2. */
function exceeding(counts: readonly number[]): Float64Array {
  const tally = new Float64Array(Math.ceil(counts.reduce((most, count) => Math.max(most, count), 0)));
  const add = (k: number, weight: number) => {
    if (k >= 0 && weight !== 0) tally[k] = (tally[k] ?? 0) + weight;
  };
  for (const count of counts) {
    const whole = Math.floor(count);
    add(whole - 1, 1 - (count - whole));
    add(whole, count - whole);
  }
  for (let k = tally.length - 2; k >= 0; k--) tally[k] = (tally[k] ?? 0) + (tally[k + 1] ?? 0);
  return tally;
}

/** Sums of `tally[k]` times ln(x + k), 1 / (x + k) and 1 / (x + k)². */
function sums(tally: Float64Array, x: number): [logarithms: number, first: number, second: number] {
  let logarithms = 0;
  let first = 0;
  let second = 0;
  tally.forEach((weight, k) => {
    logarithms += weight * Math.log(x + k);
    first += weight / (x + k);
    second += weight / (x + k) ** 2;
  });
  return [logarithms, first, second];
}

function slopeAt(at: Beta, tallies: Tallies): Slope {
  const { a, b } = at;
  const [aLog, a1, a2] = sums(tallies.helpful, a);
  const [bLog, b1, b2] = sums(tallies.unhelpful, b);
  const [log, first, second] = sums(tallies.all, a + b);
  const byA = a * (a1 - first);
  const byB = b * (b1 - first);
  return {
    at,
    height: aLog + bLog - log,
    byA,
    byB,
    byAA: byA + a * a * (second - a2),
    byBB: byB + b * b * (second - b2),
    byAB: a * b * second,
  };
}

/** One Newton step uphill, shortened by the damping and kept within the bounds. */
function climb({ at, byA, byB, byAA, byBB, byAB }: Slope, damping: number): Beta {
  // A damping above the largest eigenvalue makes the matrix definite, so that the step leads uphill.
  const largest = (byAA + byBB) / 2 + Math.hypot((byAA - byBB) / 2, byAB);
  const shift = damping + Math.max(0, largest);
  const p = shift - byAA;
  const q = shift - byBB;
  if (isStuck(at.a, byA)) return { a: at.a, b: within(at.b * Math.exp(byB / q)) };
  if (isStuck(at.b, byB)) return { a: within(at.a * Math.exp(byA / p)), b: at.b };
  const determinant = p * q - byAB * byAB;
  return {
    a: within(at.a * Math.exp((q * byA + byAB * byB) / determinant)),
    b: within(at.b * Math.exp((p * byB + byAB * byA) / determinant)),
  };
}

/** Does the way up lead out of the bounds here? */
function isStuck(parameter: number, slope: number): boolean {
  return slope > 0 ? parameter >= LARGEST : parameter <= SMALLEST;
}

function within(parameter: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, parameter));
}
