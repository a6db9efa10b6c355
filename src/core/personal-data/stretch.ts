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
