import { clearDifferences } from '../statistics/many-differences.ts';
import type { Share, ShareChange } from './share.ts';

/**
 * Figures of which many are compared with the period before, judged together: the more there are, the more of them move
 * by chance. A change that is not clear among all of them is `open`, although its own interval may leave out 0.
 */
export function judgedTogether<Figures extends { helpful?: Share; change?: ShareChange }>(
  all: readonly Figures[],
): Figures[] {
  const compared = all.flatMap(({ helpful, change }) =>
    helpful && change ? [{ now: helpful, change }] : [],
  );
  const clear = clearDifferences(
    compared.map(({ now, change: { before } }) => ({ now: countsOf(now), before: countsOf(before) })),
  );
  const open = new Set(compared.filter((_, index) => !clear[index]).map(({ change }) => change));
  return all.map((figures) =>
    figures.change && open.has(figures.change)
      ? { ...figures, change: { ...figures.change, verdict: 'open' } }
      : figures,
  );
}

function countsOf({ count, of }: Share): { successes: number; trials: number } {
  return { successes: count, trials: of };
}
