import { diffArrays } from 'diff';
import type { Token } from './tokens.ts';

/** Where two texts differ: the tokens from `start` to before `end` of each. One of the two may be empty. */
export interface Difference {
  before: { start: number; end: number };
  after: { start: number; end: number };
}

/** More single differences than these are another text. */
const MOST_DIFFERENCES = 240;

/**
 * Where the forms of the tokens differ, in order, and pairs of the same form that are written in two ways.
 * `undefined` where nearly everything does.
 */
export function differencesBetween(
  before: readonly Token[],
  after: readonly Token[],
): { differences: Difference[]; respelt: [Token, Token][] } | undefined {
  const forms = (tokens: readonly Token[]) => tokens.map(({ form }) => form);
  const parts = diffArrays(forms(before), forms(after), { maxEditLength: MOST_DIFFERENCES });
  if (!parts) return undefined;
  const differences: Difference[] = [];
  const respelt: [Token, Token][] = [];
  let [b, a] = [0, 0];
  let open: Difference | undefined;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      for (let at = 0; at < value.length; at++) {
        const [one, other] = [before[b + at], after[a + at]];
        if (one && other && one.exact !== other.exact) respelt.push([one, other]);
      }
      b += value.length;
      a += value.length;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { before: { start: b, end: b }, after: { start: a, end: a } };
      differences.push(open);
    }
    if (removed) b += value.length;
    if (added) a += value.length;
    open.before.end = b;
    open.after.end = a;
  }
  return { differences, respelt };
}
