/** A memory that is bounded in length and in time: whoever fills it makes it forget, never grow. */
export interface ShortMemory<Value> {
  /** What was last remembered under this key; `undefined` if it is forgotten. */
  recall(key: string, at: number): Value | undefined;
  remember(key: string, value: Value, at: number): void;
  forget(key: string): void;
  /** Deletes what is too old. Until then it is only not recalled any more. */
  sweep(at: number): void;
  readonly size: number;
}

/**
 * @param most how many keys it holds at most, an even number; the latest half of them it never forgets too early
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
  type Entries = Map<string, { value: Value; at: number }>;
  // Two halves, of which the older one is dropped whole: a map from which the first key is taken again and again
  // gets slow, since it steps over all the places where keys were.
  let young: Entries = new Map();
  let old: Entries = new Map();
  const isOver = (entry: { at: number }, at: number) => at - entry.at >= milliseconds;

  return {
    recall(key, at) {
      const entry = young.get(key) ?? old.get(key);
      return entry && !isOver(entry, at) ? entry.value : undefined;
    },
    remember(key, value, at) {
      old.delete(key);
      if (young.size >= most / 2 && !young.has(key)) {
        old = young;
        young = new Map();
      }
      young.set(key, { value, at });
    },
    forget(key) {
      young.delete(key);
      old.delete(key);
    },
    sweep(at) {
      for (const half of [young, old]) {
        for (const [key, entry] of half) if (isOver(entry, at)) half.delete(key);
      }
    },
    get size() {
      return young.size + old.size;
    },
  };
}
