import type { Question } from '../survey/survey.ts';
import { type AnswerValue, rangeOf } from '../survey/survey-answer.ts';
import { Column } from './column.ts';
import { Names } from './names.ts';
import { type AnswerCounts, valuesOf } from './question-figures.ts';

/** What stands in a column where there is no answer. */
export const NO_ANSWER = -1;

/** Answers to one question: a number as it is, else the place of the option, or of the chosen options together. */
export class AnswerColumn {
  readonly #question: Question;
  readonly #places: ReadonlyMap<unknown, number>;
  readonly #column = new Column();
  readonly #chosen = new Names();

  constructor(question: Question) {
    this.#question = question;
    this.#places = new Map(valuesOf(question).map((value, index) => [value, index]));
  }

  add(value: AnswerValue | undefined): void {
    this.#column.push(value === undefined ? NO_ANSWER : this.#numberOf(value));
  }

  values(): Int32Array {
    return this.#column.values();
  }

  counts(sheets: Int32Array): AnswerCounts {
    const values = this.values();
    const low = rangeOf(this.#question.kind)?.low ?? 0;
    const isTogether = this.#question.kind === 'several-of';
    const found = new Int32Array(isTogether ? this.#chosen.list.length : this.#places.size);
    let answers = 0;
    for (const sheet of sheets) {
      const value = values[sheet] ?? NO_ANSWER;
      if (value === NO_ANSWER) continue;
      answers += 1;
      found[value - low] = (found[value - low] ?? 0) + 1;
    }
    return { answers, counts: isTogether ? this.#single(found) : found };
  }

  #numberOf(value: AnswerValue): number {
    if (Array.isArray(value)) return this.#chosen.numberOf(value.map((one) => this.#places.get(one)).join());
    return typeof value === 'number' ? value : (this.#places.get(value) ?? 0);
  }

  /** How often each option was chosen, from how often they were chosen together. */
  #single(together: Int32Array): Int32Array {
    const counts = new Int32Array(this.#places.size);
    for (const [index, places] of this.#chosen.list.entries()) {
      for (const place of places === '' ? [] : places.split(',')) {
        counts[Number(place)] = (counts[Number(place)] ?? 0) + (together[index] ?? 0);
      }
    }
    return counts;
  }
}
