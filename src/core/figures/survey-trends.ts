import { EXPECTATION_LEVELS, type ExpectationLevel } from '../expectation-level.ts';
import { GOOD_ANSWER, levelInterval } from '../statistics/expectation-levels.ts';
import { recommendationGroup } from '../statistics/net-promoter-score.ts';
import { wilson } from '../statistics/wilson.ts';
import { scoreOf } from './score-figure.ts';
import type { Asked, SheetGroups } from './sheet-groups.ts';
import type { SheetTable } from './sheet-table.ts';
import { stepOf, trendIn } from './time-steps.ts';
import type { ScorePoint, SharePoint, Trend } from './trend.ts';

/** What the survey says over time; a figure that too few stand behind has no trend. */
export interface SurveyTrends {
  satisfied?: Trend<SharePoint>;
  score?: Trend<ScorePoint>;
  levels: { level: ExpectationLevel; trend: Trend<SharePoint> }[];
}

/** @param questions The places of the question about satisfaction and of that about recommendation, or -1. */
export function surveyTrends(
  table: SheetTable,
  groups: SheetGroups,
  { satisfaction, recommendation }: { satisfaction: number; recommendation: number },
): SurveyTrends {
  const satisfied = trendOf(groups, satisfaction, table.answering(satisfaction), (step, sheets) => {
    const good = sheets.filter((sheet) => table.answer(satisfaction, sheet) >= GOOD_ANSWER).length;
    return { step, of: sheets.length, share: good / sheets.length, ...wilson(good, sheets.length) };
  });
  const score = trendOf(groups, recommendation, table.answering(recommendation), (step, sheets) => {
    const answers = { promoters: 0, passives: 0, detractors: 0 };
    for (const sheet of sheets) answers[recommendationGroup(table.answer(recommendation, sheet))] += 1;
    const { of = 0, score: points = 0, low, high } = scoreOf(answers) ?? {};
    return { step, of, score: points, ...(low !== undefined && { low, high }) };
  });
  const levels = EXPECTATION_LEVELS.flatMap((level, index) => {
    const trend = trendOf(groups, level, table.answeringLevel(level), (step, sheets) => {
      let good = 0;
      for (const levels of table.expectations(sheets)) {
        const own = levels[index];
        if (own) good += own.good / own.answers;
      }
      const readers = sheets.length;
      return { step, of: readers, ...levelInterval({ level, readers, good }) };
    });
    return trend ? [{ level, trend }] : [];
  });
  return { ...(satisfied && { satisfied }), ...(score && { score }), levels };
}

function trendOf<Point extends { step: number }>(
  groups: SheetGroups,
  asked: Asked,
  sheets: Int32Array,
  pointOf: (step: number, sheets: Int32Array) => Point,
): Trend<Point> | undefined {
  const steps = groups.steps(asked);
  if (!steps) return undefined;
  const bySteps = Map.groupBy(sheets, (sheet) => stepOf(steps, groups.weeks[sheet] ?? 0));
  const points = [...bySteps]
    .sort(([one], [other]) => one - other)
    .map(([step, own]) => pointOf(step, Int32Array.from(own)));
  return trendIn(steps, points);
}
