/** Reckoned in the whole numbers modulo a prime, so that nothing is lost to rounding. */
const PRIME = 1_000_003;

/** All that can be worked out of sums over sets of people by adding and subtracting them, each as often as one likes. */
export class Span {
  readonly #rows: { pivot: number; row: number[] }[] = [];
  readonly #people: number;

  constructor(people: number, sets: readonly (readonly number[])[]) {
    this.#people = people;
    for (const set of sets) this.#add(set);
  }

  /** Can the sum over this set be worked out? */
  holds(set: readonly number[]): boolean {
    return this.#rest(set).every((value) => value === 0);
  }

  #add(set: readonly number[]): void {
    const row = this.#rest(set);
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot < 0) return;
    const inverse = power(row[pivot] ?? 0, PRIME - 2);
    this.#rows.push({ pivot, row: row.map((value) => (value * inverse) % PRIME) });
  }

  #rest(set: readonly number[]): number[] {
    const rest: number[] = new Array(this.#people).fill(0);
    for (const person of set) rest[person] = 1;
    for (const { pivot, row } of this.#rows) {
      const factor = rest[pivot] ?? 0;
      if (factor === 0) continue;
      for (let person = 0; person < rest.length; person++) {
        rest[person] = ((rest[person] ?? 0) + (PRIME - factor) * (row[person] ?? 0)) % PRIME;
      }
    }
    return rest;
  }
}

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
