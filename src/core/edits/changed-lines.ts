/**
 * What of two texts differs, in whole lines: the same lines at the beginning and at the end of both are left out, so
 * that a small edit of a long article is as quick to judge as one of a short one.
 *
 * @example changedLines('a\nb\nc', 'a\nx\nc') // ['b', 'x']
 */
export function changedLines(before: string, after: string): [before: string, after: string] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  // A line may go on after what it has in common with the other.
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const lineEnd = (text: string) => {
    const at = text.indexOf('\n', text.length - end);
    return at < 0 ? text.length : at;
  };
  return [before.slice(start, lineEnd(before)), after.slice(start, lineEnd(after))];
}
