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

/** Differences further apart than so many tokens have nothing to do with each other. */
const FURTHEST = 3;

/** A difference together with the one before it or behind it, or both, where they are near. */
export function neighbours(differences: readonly Difference[], index: number): Difference[] {
  const [previous, own, next] = [differences[index - 1], differences[index], differences[index + 1]];
  if (!own) return [];
  const areNear = (one: Difference, other: Difference) => other.before.start - one.before.end <= FURTHEST;
  const together = (one: Difference, other: Difference): Difference => ({
    before: { start: one.before.start, end: other.before.end },
    after: { start: one.after.start, end: other.after.end },
  });
  const back = previous && areNear(previous, own) ? together(previous, own) : undefined;
  const ahead = next && areNear(own, next) ? together(own, next) : undefined;
  return [back, ahead, back && ahead && together(back, ahead)].filter((one) => one !== undefined);
}
