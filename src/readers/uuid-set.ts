/** Numbers of 32 bits that one UUID takes. */
const WORDS = 4;

/** How full the table may become before it is made twice as large. */
const FULL = 0.7;

/**
 * UUIDs in a sixth of the room that a `Set` of texts takes: millions of them are kept to know which came before. In
 * capitals they are the same (RFC 9562, section 4).
 *
 * A table with open addressing: a UUID stands at the place that its bits name, or at the next free one.
 */
export class UuidSet {
  #words = new Uint32Array(WORDS * 1024);
  #size = 0;
  #hasNil = false;

  /** Adds a UUID, and says whether it was new. */
  add(uuid: string): boolean {
    const a = Number.parseInt(uuid.slice(0, 8), 16);
    const b = Number.parseInt(uuid.slice(9, 13) + uuid.slice(14, 18), 16);
    const c = Number.parseInt(uuid.slice(19, 23) + uuid.slice(24, 28), 16);
    const d = Number.parseInt(uuid.slice(28), 16);
    // Four zeros mark a free place.
    if (a === 0 && b === 0 && c === 0 && d === 0) {
      const isNew = !this.#hasNil;
      this.#hasNil = true;
      return isNew;
    }
    if (this.#size > (FULL * this.#words.length) / WORDS) this.#grow();
    const isNew = this.#put(a, b, c, d);
    if (isNew) this.#size += 1;
    return isNew;
  }

  #put(a: number, b: number, c: number, d: number): boolean {
    const words = this.#words;
    for (let at = placeOf(a, b, c, d, words.length); ; at = (at + WORDS) % words.length) {
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return false;
      if (words[at] || words[at + 1] || words[at + 2] || words[at + 3]) continue;
      words[at] = a;
      words[at + 1] = b;
      words[at + 2] = c;
      words[at + 3] = d;
      return true;
    }
  }

  #grow(): void {
    const old = this.#words;
    this.#words = new Uint32Array(2 * old.length);
    for (let at = 0; at < old.length; at += WORDS) {
      const a = old[at] ?? 0;
      const b = old[at + 1] ?? 0;
      const c = old[at + 2] ?? 0;
      const d = old[at + 3] ?? 0;
      if (a || b || c || d) this.#put(a, b, c, d);
    }
  }
}

/** Mixes the bits, so that UUIDs that count up do not all stand side by side (the end of MurmurHash3). */
function placeOf(a: number, b: number, c: number, d: number, length: number): number {
  let mixed = a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca77) ^ Math.imul(d, 0xc2b2ae3d);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (WORDS * ((mixed ^ (mixed >>> 16)) >>> 0)) % length;
}
