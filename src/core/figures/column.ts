/** A list of whole numbers of at most 32 bits, millions of them in little room. */
export class Column {
  #values = new Int32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The numbers in the order in which they were added; the list must not grow while it is used. */
  values(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}
