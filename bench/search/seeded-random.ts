/** A number of 32 bits that a text always gives (FNV-1a over its code points). */
export function hashOf(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash;
}

/** Numbers from 0 to below 1 that look random and are the same for the same seed (xorshift). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (state ^ (state << 13)) >>> 0;
    state = (state ^ (state >>> 17)) >>> 0;
    state = (state ^ (state << 5)) >>> 0;
    return state / 2 ** 32;
  };
}

export type Half = 'fitted' | 'reported';

/** Parameters are fitted on one half of the queries; what comes of them is reported on the other. */
export function halfOf(query: string): Half {
  return (hashOf(query) >>> 7) & 1 ? 'reported' : 'fitted';
}
