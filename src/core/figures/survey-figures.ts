import { LEVELS } from '../article.ts';
import type { StoredAnswers } from '../feedback.ts';
import { SheetReader } from '../sheet-reader.ts';
import { GOOD_ANSWER } from '../statistics/expectation-levels.ts';
import { type Recommendations, recommendationGroup } from '../statistics/net-promoter-score.ts';
import type { ExpectationLevel, Question, Survey } from '../survey.ts';
import type { AnswerValue } from '../survey-answer.ts';
import { LevelTally, type PyramidFigures } from './level-figures.ts';
import { type FreeText, type QuestionFigures, QuestionTally } from './question-figures.ts';
import { type ScoreFigure, scoreOf } from './score-figure.ts';
import { type Share, shareOf } from './share.ts';
import { visibleParts } from './small-groups.ts';
import type { ScorePoint, SharePoint, Trend } from './trend.ts';

/** Sheets with something in common. */
export interface GroupFigures {
  /** The language, the level of experience, or where the link to the survey stood; empty if not said. */
  key: string;
  sheets: number;
  satisfied?: Share;
  score?: ScoreFigure;
}

export interface SurveyFigures {
  /** How many sheets were sent. */
  sheets: number;
  /** Only of everybody's answers. */
  trends?: SurveyTrends;
  /** Only of everybody's answers. */
  texts?: FreeTexts;
  pyramid: PyramidFigures;
  /** In the order of the survey. */
  questions: QuestionFigures[];
  /** The largest first; only groups that may be shown. */
  byLocale: GroupFigures[];
  byExperience: GroupFigures[];
  bySource: GroupFigures[];
}

/** What the survey says over time; a figure that too few stand behind has no trend. */
export interface SurveyTrends {
  satisfied?: Trend<SharePoint>;
  score?: Trend<ScorePoint>;
  levels: { level: ExpectationLevel; trend: Trend<SharePoint> }[];
}

/**
 * The first level of expectation that a reader's own answers do not meet, or that of the question where it has one;
 * `content` where all are met, `unknown` where the reader answered nothing about the levels.
 */
export type About = ExpectationLevel | 'content' | 'unknown';

/** What a reader wrote in answer to a question of the kind `text`. */
export interface SurveyText extends FreeText {
  question: string;
  about: About;
}

/** A word that more readers use than the articles would lead one to expect. */
export interface OutstandingWord {
  /** As readers most often write it. */
  word: string;
  locale: string;
  /** In so many texts of the period. */
  texts: number;
  about: About;
}

export interface FreeTexts {
  total: number;
  /** The newest first. */
  newest: SurveyText[];
  /** By what they are about, those that stand out most first. */
  words: OutstandingWord[];
}

interface GroupCount {
  sheets: number;
  satisfied: { good: number; of: number };
  recommendations: Recommendations;
}

/** Counts survey sheets one at a time. Answers to questions that the survey no longer asks are left out. */
export class SurveyTally {
  readonly #questions: QuestionTally[];
  readonly #levels: LevelTally;
  readonly #satisfaction?: Question;
  readonly #recommendation?: Question;
  readonly #experience?: Question;
  #sheets = 0;
  readonly #byLocale = new Map<string, GroupCount>();
  readonly #byExperience = new Map<string, GroupCount>();
  readonly #bySource = new Map<string, GroupCount>();

  readonly #reader: SheetReader;

  /** @param locales The languages of the site; readers see the first where their own is missing. */
  constructor(survey: Survey, locales: readonly string[]) {
    const { questions } = survey;
    this.#reader = new SheetReader(survey, locales);
    this.#questions = questions.map((question) => new QuestionTally(question));
    this.#levels = new LevelTally(questions);
    this.#satisfaction = questions.find(({ kind }) => kind === 'csat');
    this.#recommendation = questions.find(({ kind }) => kind === 'nps');
    this.#experience = questions.find(asksExperience);
  }

  add(sheet: StoredAnswers): void {
    this.#sheets += 1;
    const given = this.#reader.read(sheet);
    for (const tally of this.#questions) tally.add(given.get(tally.question), sheet);
    this.#levels.add([...given]);
    const satisfaction = this.#satisfaction && given.get(this.#satisfaction);
    const recommendation = this.#recommendation && given.get(this.#recommendation);
    const experience = this.#experience && given.get(this.#experience);
    for (const [groups, key] of [
      [this.#byLocale, sheet.locale],
      [this.#byExperience, typeof experience === 'string' ? experience : (sheet.level ?? '')],
      [this.#bySource, sheet.source?.trim() ?? ''],
    ] as const) {
      addToGroup(groups, key, satisfaction, recommendation);
    }
  }

  /** @param limit The share of good answers that a level needs, from 0 to 1. */
  figures(limit: number): SurveyFigures {
    return {
      sheets: this.#sheets,
      pyramid: this.#levels.figures(limit),
      questions: this.#questionFigures(),
      byLocale: groupFigures(this.#byLocale),
      byExperience: groupFigures(this.#byExperience),
      bySource: groupFigures(this.#bySource),
    };
  }

  /** The questions of a level are parts of it: what one hides, the level must not give away. */
  #questionFigures(): QuestionFigures[] {
    const visible = new Map<QuestionTally, boolean>();
    for (const part of Map.groupBy(this.#questions, partOf).values()) {
      const parts = visibleParts(part.map(({ answers }) => answers));
      for (const [index, tally] of part.entries()) visible.set(tally, parts[index] ?? false);
    }
    return this.#questions.map((tally) => tally.figures(visible.get(tally) ?? false));
  }
}

/** Does the question ask how well readers know the subject? Its options are then the levels that votes carry. */
function asksExperience(question: Question): boolean {
  return (
    question.kind === 'one-of' && question.options.every(({ id }) => LEVELS.some((level) => level === id))
  );
}

function partOf({ question }: QuestionTally): unknown {
  return question.kind === 'text' ? question : (question.level ?? question);
}

function addToGroup(
  groups: Map<string, GroupCount>,
  key: string,
  satisfaction: AnswerValue | undefined,
  recommendation: AnswerValue | undefined,
): void {
  let group = groups.get(key);
  if (!group) {
    group = {
      sheets: 0,
      satisfied: { good: 0, of: 0 },
      recommendations: { promoters: 0, passives: 0, detractors: 0 },
    };
    groups.set(key, group);
  }
  group.sheets += 1;
  if (typeof satisfaction === 'number') {
    group.satisfied.of += 1;
    if (satisfaction >= GOOD_ANSWER) group.satisfied.good += 1;
  }
  if (typeof recommendation === 'number') group.recommendations[recommendationGroup(recommendation)] += 1;
}

function groupFigures(groups: ReadonlyMap<string, GroupCount>): GroupFigures[] {
  const entries = [...groups].sort(([a, one], [b, other]) => other.sheets - one.sheets || (a < b ? -1 : 1));
  const sheets = visibleParts(entries.map(([, group]) => group.sheets));
  const satisfied = visibleParts(entries.map(([, group]) => group.satisfied.of));
  const scores = visibleParts(
    entries.map(([, { recommendations: r }]) => r.promoters + r.passives + r.detractors),
  );
  return entries
    .map(([key, group], index) => ({
      key,
      sheets: group.sheets,
      ...(satisfied[index] && { satisfied: shareOf(group.satisfied.good, group.satisfied.of) }),
      ...(scores[index] && { score: scoreOf(group.recommendations) }),
    }))
    .filter((_, index) => sheets[index]);
}
