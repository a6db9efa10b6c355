/** A memory that is bounded in length and in time: whoever fills it makes it forget, never grow. */
export interface ShortMemory<Value> {
  /** What was last remembered under this key; `undefined` if it is forgotten. */
  recall(key: string, at: number): Value | undefined;
  remember(key: string, value: Value, at: number): void;
  forget(key: string): void;
  /** Forgets what is too old. What is remembered does the same, a little at a time. */
  sweep(at: number): void;
  readonly size: number;
}

/**
 * @param most how many keys it holds; beyond them, those go first that were not remembered for longest
 * @param milliseconds how long it holds one after it was last remembered
 *
 * @example
 * const memory = createShortMemory<number>({ most: 1000, milliseconds: 60_000 });
 * memory.remember('a', 1, 0);
 * memory.recall('a', 59_999); // 1
 * memory.recall('a', 60_000); // undefined
 */
export function createShortMemory<Value>({
  most,
  milliseconds,
}: {
  most: number;
  milliseconds: number;
}): ShortMemory<Value> {
  // A map keeps the order in which keys were added: the first one is the oldest.
  const entries = new Map<string, { value: Value; at: number }>();
  const isOld = (entry: { at: number }, at: number) => at - entry.at >= milliseconds;

  function sweep(at: number): void {
    for (const [key, entry] of entries) {
      if (!isOld(entry, at)) return;
      entries.delete(key);
    }
  }

  return {
    recall(key, at) {
      const entry = entries.get(key);
      return entry && !isOld(entry, at) ? entry.value : undefined;
    },
    remember(key, value, at) {
      entries.delete(key);
      entries.set(key, { value, at });
      sweep(at);
      const [oldest] = entries.keys();
      if (entries.size > most && oldest !== undefined) entries.delete(oldest);
    },
    forget: (key) => void entries.delete(key),
    sweep,
    get size() {
      return entries.size;
    },
  };
}
