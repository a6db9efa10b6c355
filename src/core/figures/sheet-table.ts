import { EXPECTATION_LEVELS, type ExpectationLevel } from '../expectation-level.ts';
import type { StoredAnswers } from '../feedback.ts';
import type { Question, Survey } from '../survey/survey.ts';
import type { AnswerValue } from '../survey/survey-answer.ts';
import { asksExperience } from '../survey/survey-experience.ts';
import { AnswerColumn, NO_ANSWER } from './answer-column.ts';
import { Column } from './column.ts';
import { type SheetLevel, sheetLevels } from './level-figures.ts';
import { Names } from './names.ts';
import { weekOf } from './period.ts';
import type { AnswerCounts } from './question-figures.ts';

/** So many answers to one level fit into one number. */
const MOST_ANSWERS = 1024;

/** From which article a reader came to a sheet in which language; empty if from elsewhere. */
export interface SheetPlace {
  locale: string;
  article: string;
}

/** Survey sheets, a hundred thousand of them in some megabytes: one row a sheet, as columns of numbers. */
export class SheetTable {
  readonly questions: readonly Question[];
  readonly #experience?: Question;
  readonly #places = new Names();
  readonly #levels = new Names();
  readonly #sources = new Names();
  readonly #place = new Column();
  readonly #level = new Column();
  readonly #source = new Column();
  readonly #week = new Column();
  readonly #answers: readonly AnswerColumn[];
  /** Of each level of expectation, how many answers a sheet gives, times {@link MOST_ANSWERS}, and how many are good. */
  readonly #expectations = EXPECTATION_LEVELS.map(() => new Column());

  constructor({ questions }: Pick<Survey, 'questions'>) {
    this.questions = questions;
    this.#experience = questions.find(asksExperience);
    this.#answers = questions.map((question) => new AnswerColumn(question));
  }

  /** @param given The answers that count. */
  add(
    { locale, article = '', level, source, received }: Omit<StoredAnswers, 'id' | 'answers'>,
    given: ReadonlyMap<Question, AnswerValue>,
  ): void {
    const experience = this.#experience && given.get(this.#experience);
    this.#place.push(this.#places.numberOf(`${locale} ${article}`));
    this.#level.push(this.#levels.numberOf(typeof experience === 'string' ? experience : (level ?? '')));
    this.#source.push(this.#sources.numberOf(source?.trim() ?? ''));
    this.#week.push(weekOf(received));
    for (const [index, question] of this.questions.entries()) this.#answers[index]?.add(given.get(question));
    for (const [index, answered] of sheetLevels(given).entries()) {
      this.#expectations[index]?.push(answered ? answered.answers * MOST_ANSWERS + answered.good : 0);
    }
  }

  /** How many sheets there are. */
  get size(): number {
    return this.#place.length;
  }

  /** What `place()` numbers. */
  get places(): SheetPlace[] {
    return this.#places.list.map((name) => {
      const [locale = '', article = ''] = name.split(' ');
      return { locale, article };
    });
  }

  /** What `level()` numbers: how well readers know the subject; empty if not said. */
  get levels(): readonly string[] {
    return this.#levels.list;
  }

  /** What `source()` numbers: where the link to the survey stood; empty if not said. */
  get sources(): readonly string[] {
    return this.#sources.list;
  }

  /** Of each sheet the number of its place, of its level, of its source, and of its week. */
  columns(): Record<'place' | 'level' | 'source' | 'week', Int32Array> {
    return {
      place: this.#place.values(),
      level: this.#level.values(),
      source: this.#source.values(),
      week: this.#week.values(),
    };
  }

  /** The sheets that answer a question, by their numbers. */
  answering(question: number): Int32Array {
    return indicesOf(this.#answers[question]?.values() ?? new Int32Array(), (value) => value !== NO_ANSWER);
  }

  /** The sheets that answer something about a level of expectation. */
  answeringLevel(level: ExpectationLevel): Int32Array {
    const values = this.#expectations[EXPECTATION_LEVELS.indexOf(level)]?.values() ?? new Int32Array();
    return indicesOf(values, (value) => value !== 0);
  }

  /** What these sheets answer to a question. */
  counts(question: number, sheets: Int32Array): AnswerCounts {
    return this.#answers[question]?.counts(sheets) ?? { answers: 0, counts: [] };
  }

  /** The answer of a sheet that is a number; -1 if there is none. */
  answer(question: number, sheet: number): number {
    return this.#answers[question]?.values()[sheet] ?? NO_ANSWER;
  }

  /** What these sheets answer on the levels, in their order, one sheet after the other. */
  *expectations(sheets: Int32Array): Generator<(SheetLevel | undefined)[]> {
    const columns = this.#expectations.map((column) => column.values());
    for (const sheet of sheets) {
      yield columns.map((values) => {
        const value = values[sheet] ?? 0;
        if (value === 0) return undefined;
        return { answers: Math.floor(value / MOST_ANSWERS), good: value % MOST_ANSWERS };
      });
    }
  }
}

function indicesOf(values: Int32Array, isWanted: (value: number) => boolean): Int32Array {
  const found = new Column();
  for (let index = 0; index < values.length; index++) if (isWanted(values[index] ?? 0)) found.push(index);
  return found.values();
}
