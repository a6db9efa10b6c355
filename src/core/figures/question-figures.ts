import { type Day, dayOf } from '../calendar.ts';
import type { StoredAnswers } from '../feedback.ts';
import { GOOD_ANSWER } from '../statistics/expectation-levels.ts';
import { recommendationGroup } from '../statistics/net-promoter-score.ts';
import type { ExpectationLevel, Question } from '../survey.ts';
import { type AnswerValue, rangeOf } from '../survey-answer.ts';
import { Newest } from './newest.ts';
import { type ScoreChange, type ScoreFigure, scoreOf } from './score-figure.ts';
import { type Share, type ShareChange, shareOf } from './share.ts';

/** Most free texts of a question that a report quotes. */
const MOST_TEXTS = 100;

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

/** Answers to a question as it was asked before, or is asked on a page that was built from another survey. */
export interface EarlierWording {
  wording: string;
  locale: string;
  /** Days of the first and the last answer. */
  from: Day;
  to: Day;
  answers: number;
  good?: Share;
  score?: ScoreFigure;
}

/** Counts the answers to one question one at a time. */
export class QuestionTally {
  readonly question: Question;
  #answers = 0;
  readonly #choices: Map<number | string, number>;
  readonly #texts = new Newest<FreeText>(MOST_TEXTS);

  constructor(question: Question) {
    this.question = question;
    this.#choices = new Map(valuesOf(question).map((value) => [value, 0]));
  }

  /** How many answered. */
  get answers(): number {
    return this.#answers;
  }

  /** @param value What the sheet answers to the question, if it does. */
  add(
    value: AnswerValue | undefined,
    { received, locale }: Pick<StoredAnswers, 'received' | 'locale'>,
  ): void {
    if (value === undefined) return;
    if (this.question.kind === 'text') {
      this.#texts.add({ text: String(value), day: dayOf(received), locale }, received);
    } else {
      for (const chosen of Array.isArray(value) ? value : [value]) {
        this.#choices.set(chosen, (this.#choices.get(chosen) ?? 0) + 1);
      }
    }
    this.#answers += 1;
  }

  /** @param visible Whether enough answered, this question and those beside it. */
  figures(visible: boolean): QuestionFigures {
    const { id, kind, level } = this.question;
    const named = { id, kind, ...(level && { level }) };
    if (kind === 'text') {
      return {
        ...named,
        answers: this.#answers,
        texts: { total: this.#texts.total, newest: this.#texts.list() },
      };
    }
    if (!visible) return named;
    return {
      ...named,
      answers: this.#answers,
      choices: [...this.#choices].map(([value, count]) => ({ value, count, share: count / this.#answers })),
      ...((kind === 'scale' || kind === 'csat') && { good: shareOf(this.#good(), this.#answers) }),
      ...(kind === 'nps' && { score: scoreOf(this.#recommendations()) }),
    };
  }

  #good(): number {
    return this.#sum((value) => value >= GOOD_ANSWER);
  }

  #recommendations() {
    const group = (wanted: string) => this.#sum((value) => recommendationGroup(value) === wanted);
    return { promoters: group('promoters'), passives: group('passives'), detractors: group('detractors') };
  }

  #sum(counts: (value: number) => boolean): number {
    return [...this.#choices].reduce((sum, [value, count]) => (counts(Number(value)) ? sum + count : sum), 0);
  }
}

function valuesOf(question: Question): (number | string)[] {
  const range = rangeOf(question.kind);
  if (range) return Array.from({ length: range.high - range.low + 1 }, (_, index) => range.low + index);
  return 'options' in question ? question.options.map(({ id }) => id) : [];
}
