/** Fewest answers of which a share, a score or a distribution is shown. */
export const SMALLEST_GROUP = 5;

/** Fewest answers with which the interval of a Net Promoter Score is shown. */
export const SMALLEST_SCORE_INTERVAL = 30;

/**
 * Which parts of a whole may be shown beside the whole, so that nobody can work out what fewer than
 * {@link SMALLEST_GROUP} people answered. Small parts are hidden; if all hidden parts together are still small, a
 * subtraction from the whole would reveal them, and the smallest of the other parts is hidden with them.
 *
 * @param sizes Answers in each part; the parts make up the whole and do not overlap.
 * @param hidden Parts that stay hidden for another reason.
 * @example visibleParts([40, 3, 12]) // [true, false, false]
 */
export function visibleParts(sizes: readonly number[], hidden: readonly boolean[] = []): boolean[] {
  const visible = sizes.map((size, part) => size >= SMALLEST_GROUP && !hidden[part]);
  const secret = sizes.reduce((sum, size, part) => (visible[part] ? sum : sum + size), 0);
  if (secret > 0 && secret < SMALLEST_GROUP) {
    let smallest = -1;
    for (const [part, size] of sizes.entries()) {
      if (visible[part] && (smallest < 0 || size < (sizes[smallest] ?? 0))) smallest = part;
    }
    if (smallest >= 0) visible[smallest] = false;
  }
  return visible;
}
