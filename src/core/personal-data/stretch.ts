/** Where something begins in a text, and the first character after it. */
export type Stretch = readonly [start: number, end: number];

/** Finds stretches of a text, in their order and without overlaps. */
export type Detector = (text: string) => Stretch[];

/** Finds what matches a pattern and also passes a test. The pattern needs the flag `g`. */
export function matching(pattern: RegExp, isMeant: (text: string) => boolean = () => true): Detector {
  return (text) =>
    [...text.matchAll(pattern)]
      .filter(([match]) => isMeant(match))
      .map((match): Stretch => [match.index, match.index + match[0].length]);
}

/**
 * Finds what begins like a match of a pattern, ends with a word and passes a test: the longest of it, where the pattern
 * takes more than is meant. The pattern needs the flag `g`.
 */
export function matchingPart(pattern: RegExp, isMeant: (text: string) => boolean): Detector {
  return (text) => {
    const found: Stretch[] = [];
    let at = 0;
    for (;;) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) return found;
      const end = endsIn(text, match).find((end) => isMeant(text.slice(match.index, end)));
      if (end !== undefined) found.push([match.index, end]);
      at = end ?? match.index + 1;
    }
  };
}

/** Where words end in a match, the last first. */
function endsIn(text: string, { 0: { length }, index }: RegExpExecArray): number[] {
  return Array.from({ length }, (_, back) => index + length - back).filter((end) =>
    /^[\p{L}\p{N}](?![\p{L}\p{N}])/u.test(text.slice(end - 1, end + 2)),
  );
}

/** Finds a pattern and gives what stands in its last group, where that took part in the match. */
export function groupOf(pattern: RegExp): Detector {
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match): Stretch[] => {
      const group = match.at(-1);
      const end = match.index + match[0].length;
      return group ? [[end - group.length, end]] : [];
    });
}

/** The text with signs in place of a stretch that belong to no word and no number. */
export function without(text: string, [start, end]: Stretch): string {
  return text.slice(0, start) + '\0'.repeat(end - start) + text.slice(end);
}
