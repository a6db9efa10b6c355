/** Texts that stand for numbers, in the order in which they were met. */
export class Names {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.list.length;
      this.#numbers.set(name, number);
      this.list.push(name);
    }
    return number;
  }
}
