import type { Day } from '../calendar.ts';
import { EXPECTATION_LEVELS } from '../expectation-level.ts';
import { Column } from './column.ts';
import type { GroupSurvey } from './group-figures.ts';
import { groupPyramid, groupQuestion, groupQuestions, type SheetGroup } from './group-survey.ts';
import { EVERYBODY } from './group-tree.ts';
import { type LevelFigures, levelChangeOf, type PyramidFigures } from './level-figures.ts';
import type { QuestionFigures } from './question-figures.ts';
import { scoreChangeOf } from './score-figure.ts';
import { changeOf } from './share.ts';
import { type SheetDivision, SheetGroups } from './sheet-groups.ts';
import { SMALLEST_SCORE_INTERVAL } from './small-groups.ts';
import type { SurveyFigures } from './survey-figures.ts';
import type { SurveyTally } from './survey-tally.ts';
import { surveyTrends } from './survey-trends.ts';
import { firstWholeWeek } from './time-steps.ts';

/** What results are drawn from, as `Subject` has it. */
interface Settings {
  categories(article: string, locale: string): string;
  levelShare: number;
  articleTexts?(locale: string): Iterable<string>;
}

const NOBODY = new Int32Array();

/** The survey of one period: everybody's answers, and those of each group that may be shown. */
export class SurveyResults {
  readonly groups: SheetGroups;
  readonly #tally: SurveyTally;
  readonly #settings: Settings;
  /** The places of the questions about satisfaction and recommendation, or -1. */
  readonly #satisfaction: number;
  readonly #recommendation: number;
  /** The sheets of each group. */
  readonly #sheets: Record<SheetDivision, Column[]>;

  /** @param trendsFrom The first day of figures over time, where these will be shown as well. */
  constructor(tally: SurveyTally, settings: Settings, trendsFrom?: Day) {
    this.#tally = tally;
    this.#settings = settings;
    const { table } = tally;
    this.#satisfaction = table.questions.findIndex(({ kind }) => kind === 'csat');
    this.#recommendation = table.questions.findIndex(({ kind }) => kind === 'nps');
    const byArticle = [this.#satisfaction, this.#recommendation];
    this.groups = new SheetGroups(table, settings.categories, {
      byArticle,
      ...(trendsFrom && {
        trends: {
          asked: [...byArticle, ...EXPECTATION_LEVELS],
          wholeFrom: firstWholeWeek(trendsFrom),
          people: new Map([[this.#recommendation, SMALLEST_SCORE_INTERVAL]]),
        },
      }),
    });
    this.#sheets = {
      places: sheetsOf(this.groups, 'places'),
      levels: sheetsOf(this.groups, 'levels'),
      sources: sheetsOf(this.groups, 'sources'),
    };
  }

  /** @param before The period before. */
  everybody(before: SurveyResults): SurveyFigures {
    const { table, texts, earlier } = this.#tally;
    const answered = new Map(
      this.#questions('places', EVERYBODY, before, EVERYBODY).map((figures) => [figures.id, figures]),
    );
    const trends = surveyTrends(table, this.groups, {
      satisfaction: this.#satisfaction,
      recommendation: this.#recommendation,
    });
    return {
      sheets: table.size,
      pyramid: this.#pyramid('places', EVERYBODY, before, EVERYBODY),
      questions: table.questions.map(({ id, kind, level }) => {
        const written = texts.ofQuestion(id);
        const figures = answered.get(id) ?? {
          id,
          kind,
          ...(level && { level }),
          answers: written.total,
          texts: written,
        };
        const wordings = earlier.ofQuestion(id);
        return { ...figures, ...(wordings.length > 0 && { earlier: wordings }) };
      }),
      trends,
      texts: texts.figures(this.#settings.articleTexts?.bind(this.#settings)),
    };
  }

  /** How many sheets a group has. */
  size(division: SheetDivision, keys: readonly string[]): number {
    const group = this.groups.trees[division].find(keys);
    return group === undefined ? 0 : this.groups.size('sheets', division, group);
  }

  /**
   * The answers of a group, or `undefined` where they may not be shown.
   *
   * @param keys What leads to it, e.g. `['de', 'billing']`.
   * @param isWhole Whether the pyramid and all questions are wanted.
   */
  group(
    division: SheetDivision,
    keys: readonly string[],
    before: SurveyResults,
    isWhole: boolean,
  ): GroupSurvey | undefined {
    const group = this.groups.trees[division].find(keys);
    if (group === undefined || !this.groups.isShown('sheets', division, group)) return undefined;
    const earlier = before.groups.trees[division].find(keys) ?? -1;
    const satisfied = this.#question(division, group, this.#satisfaction)?.good;
    const satisfiedChange = changeOf(
      satisfied,
      before.#question(division, earlier, before.#satisfaction)?.good,
    );
    const score = this.#question(division, group, this.#recommendation)?.score;
    const scoreChange = scoreChangeOf(
      score,
      before.#question(division, earlier, before.#recommendation)?.score,
    );
    return {
      sheets: this.groups.size('sheets', division, group),
      ...(isWhole && {
        pyramid: this.#pyramid(division, group, before, earlier),
        questions: this.#questions(division, group, before, earlier),
      }),
      ...(satisfied && { satisfied }),
      ...(satisfiedChange && { satisfiedChange }),
      ...(score && { score }),
      ...(scoreChange && { scoreChange }),
    };
  }

  #pyramid(division: SheetDivision, group: number, before: SurveyResults, earlier: number): PyramidFigures {
    const pyramid = this.#pyramidOf(division, group);
    const then = before.#pyramidOf(division, earlier);
    const levels = pyramid.levels.map((figures, index): LevelFigures => {
      const change = levelChangeOf(figures, then.levels[index]);
      return { ...figures, ...(change && { change }) };
    });
    return { ...pyramid, levels };
  }

  #questions(
    division: SheetDivision,
    group: number,
    before: SurveyResults,
    earlier: number,
  ): QuestionFigures[] {
    const then = new Map(
      groupQuestions(before.#tally.table, before.groups, before.#of(division, earlier)).map((figures) => [
        figures.id,
        figures,
      ]),
    );
    return groupQuestions(this.#tally.table, this.groups, this.#of(division, group)).map((figures) => {
      const goodChange = changeOf(figures.good, then.get(figures.id)?.good);
      const scoreChange = scoreChangeOf(figures.score, then.get(figures.id)?.score);
      return { ...figures, ...(goodChange && { goodChange }), ...(scoreChange && { scoreChange }) };
    });
  }

  #pyramidOf(division: SheetDivision, group: number): PyramidFigures {
    return groupPyramid(this.#tally.table, this.groups, this.#of(division, group), this.#settings.levelShare);
  }

  #question(division: SheetDivision, group: number, question: number): QuestionFigures | undefined {
    return groupQuestion(this.#tally.table, this.groups, this.#of(division, group), question);
  }

  #of(division: SheetDivision, group: number): SheetGroup {
    return { division, group, sheets: this.#sheets[division][group]?.values() ?? NOBODY };
  }
}

/** The sheets of each group of a division, those of the groups within it included. */
function sheetsOf(groups: SheetGroups, division: SheetDivision): Column[] {
  const { parents } = groups.trees[division];
  const sheets = parents.map(() => new Column());
  for (const [sheet, innermost] of groups.groups(division).entries()) {
    for (let group = innermost; group >= 0; group = parents[group] ?? -1) sheets[group]?.push(sheet);
  }
  return sheets;
}
