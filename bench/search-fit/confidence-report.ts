import { table } from '../search/report.ts';
import type { AnsweredQuery } from './answered-queries.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { type Confidence, isShownFirst } from './confidence-fit.ts';

/** From which confidence on the reader might not be told that nothing fits well. */
const UNSURE_UNDER = [0.3, 0.35, 0.4, 0.45, 0.5];
/** From which confidence on the answer itself might be shown. */
const DIRECT_FROM = [0.85, 0.9, 0.95];

/** How well confidence tells right answers from others, in Markdown. */
export function confidenceReport(answered: readonly AnsweredQuery[], confidence: Confidence): string {
  const asked = answered.map((one) => ({ ...one, score: confidence(one.evidence) }));
  const own = asked.filter(({ isForeign }) => !isForeign);
  const foreign = asked.filter(({ isForeign }) => isForeign);
  const isAnswered = ({ place }: AnsweredQuery) => isShownFirst(place);
  const isFirst = ({ place }: AnsweredQuery) => place === 1;
  const answeredOnes = own.filter(isAnswered);
  const missed = own.filter((one) => !isAnswered(one));
  const area = areaUnderCurve(asked.map((one) => ({ score: one.score, isTrue: isAnswered(one) })));
  const areaOwn = areaUnderCurve(asked.map(({ score, isForeign }) => ({ score, isTrue: !isForeign })));

  const tenths = Array.from({ length: 10 }, (_, tenth) => {
    // 1 itself belongs to the last.
    const within = asked.filter(({ score }) => Math.min(9, Math.floor(10 * score)) === tenth);
    const mean = within.reduce((sum, { score }) => sum + score, 0) / within.length;
    return [
      `${tenth / 10} to ${(tenth + 1) / 10}`,
      String(within.length),
      figure(mean),
      shareOf(within, isAnswered),
      shareOf(within, isFirst),
    ];
  });
  const unsure = UNSURE_UNDER.map((limit) => {
    const isUnder = ({ score }: { score: number }) => score < limit;
    return [String(limit), ...[answeredOnes, missed, foreign].map((ones) => shareOf(ones, isUnder))];
  });
  const direct = DIRECT_FROM.map((limit) => {
    const isFrom = ({ score }: { score: number }) => score >= limit;
    return [
      String(limit),
      shareOf(own, isFrom),
      shareOf(own.filter(isFrom), isFirst),
      shareOf(foreign, isFrom),
      shareOf(asked.filter(isFrom), isFirst),
    ];
  });
  return [
    `${own.length} own queries, ${answeredOnes.length} of them answered among the first three; ${foreign.length} of other sets.`,
    `Area under the curve: ${figure(area)} for an answer among the first three, ${figure(areaOwn)} for own against other queries.`,
    table(['confidence', 'queries', 'mean', 'among three', 'first'], tenths),
    table(['unsure under', 'answered', 'missed', 'of other sets'], unsure),
    table(['direct from', 'own', 'of them right', 'of other sets', 'of all right'], direct),
  ].join('\n\n');
}

function shareOf<T>(ones: readonly T[], isSo: (one: T) => boolean): string {
  return figure(ones.filter(isSo).length / ones.length);
}

function figure(share: number): string {
  return Number.isNaN(share) ? '–' : share.toFixed(3);
}
