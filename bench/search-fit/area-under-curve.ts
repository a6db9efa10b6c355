/**
 * How often something that is so has the higher score than something that is not, with ties as halves: the area under
 * the receiver's operating characteristic. 0.5 if the score says nothing, `NaN` if all or none is so.
 */
export function areaUnderCurve(scored: readonly { score: number; isTrue: boolean }[]): number {
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  const several = sorted.filter(({ isTrue }) => isTrue).length;
  let ranks = 0;
  for (let start = 0; start < sorted.length; ) {
    const score = sorted[start]?.score;
    let end = start;
    while (end < sorted.length && sorted[end]?.score === score) end++;
    // Equal scores share the mean of their ranks, which begin at 1.
    const rank = (start + 1 + end) / 2;
    ranks += rank * sorted.slice(start, end).filter(({ isTrue }) => isTrue).length;
    start = end;
  }
  return (ranks - (several * (several + 1)) / 2) / (several * (sorted.length - several));
}
