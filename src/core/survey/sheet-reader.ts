import type { Answers } from '../feedback.ts';
import type { Question, Survey } from './survey.ts';
import { type AnswerValue, problemWith } from './survey-answer.ts';
import { wordingsThatCount } from './survey-wording.ts';

/** What is read of a sheet. */
export type ReadSheet = Pick<Answers, 'locale' | 'answers' | 'wordings'>;

/** An answer to a question as another wording asked it. */
export interface EarlierAnswer {
  question: Question;
  wording: string;
  value: AnswerValue;
}

/**
 * Reads survey sheets, a hundred thousand of them quickly: what each answers to the questions of the survey. An answer
 * counts if it fits its question, and if the question was asked in a wording that counts; a sheet that does not say how
 * it was asked was asked in the present wording. A text of blanks is no answer.
 *
 * @example
 * const reader = new SheetReader(survey, site.locales);
 * for (const sheet of sheets) for (const [question, value] of reader.read(sheet)) …
 */
export class SheetReader {
  readonly #questions: readonly Question[];
  readonly #fallback: string | undefined;
  /** By language, the wordings of each question that count. */
  readonly #counting = new Map<string, ReadonlySet<string>[]>();

  /** @param locales The languages of the site; readers see the first where their own is missing. */
  constructor({ questions }: Pick<Survey, 'questions'>, locales: readonly string[]) {
    this.#questions = questions;
    this.#fallback = locales[0];
  }

  /** The answers that count, in the order of the survey. */
  read(sheet: ReadSheet): Map<Question, AnswerValue> {
    const counting = sheet.wordings && this.#countingIn(sheet.locale);
    const given = new Map<Question, AnswerValue>();
    for (const [index, question] of this.#questions.entries()) {
      const value = fittingAnswer(question, sheet);
      if (value === undefined) continue;
      const wording = sheet.wordings?.[question.id];
      if (wording === undefined || counting?.[index]?.has(wording)) given.set(question, value);
    }
    return given;
  }

  /** The answers that fit their questions, but were given to wordings that do not count. */
  earlier(sheet: ReadSheet): EarlierAnswer[] {
    const { wordings } = sheet;
    if (!wordings) return [];
    const counting = this.#countingIn(sheet.locale);
    return this.#questions.flatMap((question, index) => {
      const wording = wordings[question.id];
      if (wording === undefined || counting[index]?.has(wording)) return [];
      const value = fittingAnswer(question, sheet);
      return value === undefined ? [] : [{ question, wording, value }];
    });
  }

  #countingIn(locale: string): ReadonlySet<string>[] {
    let counting = this.#counting.get(locale);
    if (!counting) {
      counting = this.#questions.map((question) => wordingsThatCount(question, locale, this.#fallback));
      this.#counting.set(locale, counting);
    }
    return counting;
  }
}

function fittingAnswer(question: Question, { answers }: ReadSheet): AnswerValue | undefined {
  // A question may be called like what every object has.
  const value = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  if (value === undefined) return undefined;
  if (question.kind === 'text') {
    // How long it may be was checked when it came in: what was scrubbed since can be longer.
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  }
  return problemWith(question, value) ? undefined : value;
}
