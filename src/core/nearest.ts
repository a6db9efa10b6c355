/**
 * The candidate that a mistyped word most likely means, or `undefined` if none is near: at most two typing
 * errors (Damerau-Levenshtein), and fewer than half of the word.
 *
 * @example nearest('tilte', ['title', 'type']) // 'title'
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const written = word.toLowerCase();
  let best: string | undefined;
  let fewest = Math.min(2, Math.ceil(word.length / 2) - 1) + 1;
  for (const candidate of candidates) {
    // Among thousands of candidates most are dismissed by their length.
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const errors = typingErrors(written, candidate.toLowerCase(), fewest);
    if (errors < fewest) {
      best = candidate;
      fewest = errors;
    }
  }
  return best;
}

/**
 * Inserted, dropped, replaced and swapped letters between two words (optimal string alignment). Counting ends at
 * `enough`, where a word is too far away anyway.
 */
export function typingErrors(a: string, b: string, enough = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    // Further from the diagonal than `enough`, nothing can be near.
    const first = Math.max(1, row - enough);
    const end = Math.min(b.length, row + enough);
    for (let column = first; column <= end; column++) {
      const same = a[row - 1] === b[column - 1];
      let errors = Math.min(
        (last[column] ?? enough) + 1,
        (current[column - 1] ?? enough) + 1,
        (last[column - 1] ?? enough) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) errors = Math.min(errors, (beforeLast[column - 2] ?? enough) + 1);
      current[column] = errors;
      least = Math.min(least, errors);
    }
    if (least >= enough) return enough;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? enough;
}
