import type { Day } from '../calendar.ts';
import type { ExpectationLevel } from '../expectation-level.ts';
import { GOOD_ANSWER } from '../statistics/expectation-levels.ts';
import { recommendationGroup } from '../statistics/net-promoter-score.ts';
import type { Question } from '../survey/survey.ts';
import { rangeOf } from '../survey/survey-answer.ts';
import type { EarlierWording } from './earlier-wordings.ts';
import { type ScoreChange, type ScoreFigure, scoreOf } from './score-figure.ts';
import { type Share, type ShareChange, shareOf } from './share.ts';

/** How many chose one number or option. */
export interface Choice {
  /** The number, or the id of the option. */
  value: number | string;
  count: number;
  /** Among those who answered the question, from 0 to 1. With `several-of` the shares may sum to more than 1. */
  share: number;
}

/** What a reader wrote. */
export interface FreeText {
  text: string;
  day: Day;
  locale: string;
}

/** What readers answered to one question. Without `answers`, too few answered it to show anything. */
export interface QuestionFigures {
  id: string;
  kind: Question['kind'];
  level?: ExpectationLevel;
  answers?: number;
  /** From the smallest number up, or in the order of the options; those nobody chose too. */
  choices?: Choice[];
  /** Answers of 4 and 5 on a scale of 5: of a `csat` question, this is the CSAT. */
  good?: Share;
  goodChange?: ShareChange;
  /** Of an `nps` question. */
  score?: ScoreFigure;
  scoreChange?: ScoreChange;
  /** Answers to other wordings of the question, the newest first. They count nowhere else. */
  earlier?: EarlierWording[];
  /** Of a `text` question, however few there are: who wrote them wanted them read. */
  texts?: { total: number; newest: FreeText[] };
}

/** How often each answer was given, in the order of {@link valuesOf}, and by how many in all. */
export interface AnswerCounts {
  answers: number;
  counts: ArrayLike<number>;
}

/** The figures of a question that is not answered with a text. */
export function questionFigures(question: Question, { answers, counts }: AnswerCounts): QuestionFigures {
  const { kind } = question;
  const choices = valuesOf(question).map((value, index) => {
    const count = counts[index] ?? 0;
    return { value, count, share: count / answers };
  });
  const sum = (isCounted: (value: number) => boolean) =>
    choices.reduce((so, { value, count }) => (isCounted(Number(value)) ? so + count : so), 0);
  const group = (wanted: string) => sum((value) => recommendationGroup(value) === wanted);
  return {
    ...named(question),
    answers,
    choices,
    ...((kind === 'scale' || kind === 'csat') && {
      good: shareOf(
        sum((value) => value >= GOOD_ANSWER),
        answers,
      ),
    }),
    ...(kind === 'nps' && {
      score: scoreOf({
        promoters: group('promoters'),
        passives: group('passives'),
        detractors: group('detractors'),
      }),
    }),
  };
}

/** What is said of a question to which nothing may be shown. */
export function named({ id, kind, level }: Question): QuestionFigures {
  return { id, kind, ...(level && { level }) };
}

/** The answers that a question offers: numbers from the smallest up, or the ids of options. */
export function valuesOf(question: Question): (number | string)[] {
  const range = rangeOf(question.kind);
  if (range) return Array.from({ length: range.high - range.low + 1 }, (_, index) => range.low + index);
  return 'options' in question ? question.options.map(({ id }) => id) : [];
}
