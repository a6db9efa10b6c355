import { createHash } from 'node:crypto';

/**
 * Numbers that look random and are the same for the same seed: Mulberry32 (Tommy Ettinger, public domain) on the first
 * 32 bits of a SHA-256 over the seed. Plausible, not unguessable.
 *
 * @example const random = new Random('2026 votes'); random.chance(0.3)
 */
export class Random {
  #state: number;

  constructor(seed: string) {
    this.#state = createHash('sha256').update(seed).digest().readUInt32BE();
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** True in such a share of cases, from 0 to 1. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** From `low` up to, but not including, `high`. */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number near this one, which is it on average: 2.3 gives 2 or 3. */
  near(number: number): number {
    return Math.floor(number) + (this.chance(number % 1) ? 1 : 0);
  }

  /** @throws RangeError if there is nothing to choose from. */
  pick<Thing>(things: readonly Thing[]): Thing {
    if (things.length === 0) throw new RangeError('nothing to choose from');
    return things[Math.floor(this.next() * things.length)] as Thing;
  }

  /** One of them, each as often as its weight says. */
  weighted<Thing>(things: readonly (readonly [thing: Thing, weight: number])[]): Thing {
    let left = this.next() * things.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [thing, weight] of things) {
      left -= weight;
      if (left < 0) return thing;
    }
    return this.pick(things)[0];
  }

  /** The same things in another order. */
  shuffled<Thing>(things: readonly Thing[]): Thing[] {
    const order = [...things];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = Math.floor(this.next() * (last + 1));
      [order[last], order[other]] = [order[other] as Thing, order[last] as Thing];
    }
    return order;
  }

  /** A UUID of version 4 (RFC 9562). */
  uuid(): string {
    const [a = '', b = '', c = '', d = ''] = [this.#digits(), this.#digits(), this.#digits(), this.#digits()];
    const variant = '89ab'[Math.floor(this.next() * 4)];
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
  }

  /** Eight hexadecimal digits. */
  #digits(): string {
    return Math.floor(this.next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0');
  }
}

/** Gives one thing after the other in a shuffled order, and all of them before any comes again. */
export class Deck<Thing> {
  readonly #things: readonly Thing[];
  readonly #random: Random;
  #left: Thing[] = [];

  constructor(things: readonly Thing[], random: Random) {
    this.#things = things;
    this.#random = random;
  }

  /** `undefined` if there are none. */
  draw(): Thing | undefined {
    if (this.#left.length === 0) this.#left = this.#random.shuffled(this.#things);
    return this.#left.pop();
  }
}
