import type { ResponsePattern } from './guttman-scale.ts';

/**
 * How much rarer it is that readers agree with an item and not with one before it than it would be if the items knew
 * nothing of each other: 1 if it never happens, 0 if it happens just as often. Unlike Guttman's measures it does not
 * grow where nearly all, or nearly none, agree with an item.
 *
 * Loevinger, "The technic of homogeneous tests", Psychological Bulletin 45 (1948), 507-529; a scale from 0.3 on, a strong
 * one from 0.5 on: Mokken, "A Theory and Procedure of Scale Analysis" (1971), chapter 5.
 *
 * @returns 1 where no such error could happen
 */
export function homogeneity(patterns: readonly ResponsePattern[]): number {
  const items = patterns[0]?.agreed.length ?? 0;
  const readersWith = (does: (agreed: readonly boolean[]) => boolean) =>
    patterns.reduce((sum, { agreed, readers }) => (does(agreed) ? sum + readers : sum), 0);
  const all = readersWith(() => true);
  let found = 0;
  let expected = 0;
  for (let item = 1; item < items; item++) {
    for (let before = 0; before < item; before++) {
      found += readersWith((agreed) => agreed[item] === true && agreed[before] === false);
      expected +=
        (readersWith((agreed) => agreed[item] === true) * readersWith((agreed) => agreed[before] === false)) /
        all;
    }
  }
  return expected === 0 ? 1 : 1 - found / expected;
}
