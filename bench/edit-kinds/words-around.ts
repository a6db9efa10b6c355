/** The stretch in which two texts differ, with a little around it. */
export function wordsAround(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end))
    end++;
  const cut = (text: string) =>
    text.slice(Math.max(0, start - 25), text.length - Math.max(0, end - 15)).slice(0, 160);
  return `${JSON.stringify(cut(before))} → ${JSON.stringify(cut(after))}`;
}
