/**
 * Keeps the newest of many things, so that a million of them need no room.
 *
 * @example const newest = new Newest<Comment>(100); newest.add(comment, comment.received); newest.list()
 */
export class Newest<Thing> {
  readonly #most: number;
  #kept: { thing: Thing; time: number }[] = [];
  #total = 0;

  /** @param most How many are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  /** How many were added in all. */
  get total(): number {
    return this.#total;
  }

  add(thing: Thing, instant: Date): void {
    this.#total += 1;
    this.#kept.push({ thing, time: instant.getTime() });
    if (this.#kept.length >= 2 * this.#most) this.#forget();
  }

  /** The newest first; of equally new ones the one added first. */
  list(): Thing[] {
    this.#forget();
    return this.#kept.map(({ thing }) => thing);
  }

  #forget(): void {
    this.#kept.sort((a, b) => b.time - a.time);
    this.#kept.length = Math.min(this.#kept.length, this.#most);
  }
}
