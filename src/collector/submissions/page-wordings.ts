import type { Question } from '../../core/survey/survey.ts';
import { wordingOf } from '../../core/survey/survey-wording.ts';
import type { SentSheet } from './sheet.ts';

/**
 * How the page worded its questions from which a sheet was sent. It may have been open, or the sheet have waited on a
 * device, while the survey changed.
 */
export class PageWordings {
  readonly #given: ReadonlyMap<string, string>;
  readonly #present: (question: Question) => string;

  /** @param fallback the language that readers see where theirs is missing */
  constructor({ wordings, locale }: SentSheet, fallback: string | undefined) {
    // What else is wrong with them, the schema says.
    const texts = Object.entries(wordings && typeof wordings === 'object' ? wordings : {}).filter(
      ([, wording]) => typeof wording === 'string',
    );
    this.#given = new Map(texts);
    this.#present = (question) => wordingOf(question, String(locale), fallback);
  }

  /** The wording in which a question was asked: the present one where the page did not say. */
  of(question: Question): string {
    return this.#given.get(question.id) ?? this.#present(question);
  }

  /** Did the page ask something else under this id than the survey does, if it still does? */
  askedOtherwise(id: string, question: Question | undefined): boolean {
    return this.#given.has(id) && !(question && this.of(question) === this.#present(question));
  }

  /** Was any of the page's questions another one, so that it may have lacked some that are asked today? */
  isEarlierThan(questions: ReadonlyMap<string, Question>): boolean {
    return [...this.#given.keys()].some((id) => this.askedOtherwise(id, questions.get(id)));
  }
}
