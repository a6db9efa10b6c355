import type { Question } from '../../core/survey/survey.ts';
import type { AnswerValue } from '../../core/survey/survey-answer.ts';
import { type Asking, askedQuestions } from '../../core/survey/survey-condition.ts';

/** What a reader has answered, by the id of the question. */
type Answers = Record<string, AnswerValue>;

/** How well the reader knows the subject, and from which categories they come, as far as it is known. */
type KnownOfReader = Omit<Asking, 'answers'>;

/** A question as it stands on the page. */
export interface QuestionOnPage extends Pick<Question, 'id' | 'kind' | 'shownIf' | 'required'> {
  /** The field set or box with everything that belongs to the question. */
  element: HTMLElement;
  /** What asks: a legend or a label. */
  text: HTMLElement;
  /** The wording in which it is asked here, and all those that ask the same. */
  wording: string;
  wordings: readonly string[];
}

/** The form of the survey: its questions in the order of the page, and what the reader has answered. */
export class SurveySheet {
  readonly form: HTMLFormElement;
  readonly #known: () => KnownOfReader;

  constructor(form: HTMLFormElement, known: () => KnownOfReader) {
    this.form = form;
    this.#known = known;
  }

  /** Every question, asked or not. */
  get questions(): QuestionOnPage[] {
    return questionsOn(this.form);
  }

  /** The questions that this reader is asked, as far as the answers tell. */
  get asked(): QuestionOnPage[] {
    return askedQuestions(this.questions, { ...this.#known(), answers: this.answers });
  }

  /** Every answer that stands in the form, also where a condition hides the question at the moment. */
  get answers(): Answers {
    return Object.fromEntries(answered(this.questions).map(({ question, answer }) => [question.id, answer]));
  }

  /** The answers that are sent, and the wordings in which their questions are asked. */
  get toSend(): { answers: Answers; wordings: Record<string, string> } {
    const given = answered(this.asked);
    return {
      answers: Object.fromEntries(given.map(({ question, answer }) => [question.id, answer])),
      wordings: Object.fromEntries(given.map(({ question }) => [question.id, question.wording])),
    };
  }

  /** Puts answers into the form; what stood there goes. */
  fill(answers: Readonly<Record<string, unknown>>): void {
    for (const { id, element } of this.questions) {
      const values = [answers[id] ?? []].flat().map(String);
      for (const field of fieldsOf(element)) {
        if (field instanceof HTMLInputElement)
          field.checked = field.value !== '' && values.includes(field.value);
        else field.value = values[0] ?? '';
      }
    }
  }
}

/** The questions of a survey in the order of the page. */
export function questionsOn(form: HTMLFormElement): QuestionOnPage[] {
  return [...form.querySelectorAll<HTMLElement>('[data-question]')].map(questionOn);
}

/** The fields in which a question is answered. */
export function fieldsOf(element: HTMLElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[name^="answers."]')];
}

function questionOn(element: HTMLElement): QuestionOnPage {
  const { question = '', kind, wordings = '', shownIf, required } = element.dataset;
  return {
    id: question,
    kind: kind as Question['kind'],
    shownIf: shownIf ? JSON.parse(shownIf) : undefined,
    required: required !== undefined,
    element,
    text: element.querySelector<HTMLElement>('.question-text') ?? element,
    wording: element.querySelector<HTMLInputElement>('[name^="wording."]')?.value ?? '',
    wordings: wordings.split(' '),
  };
}

/** Those of the questions that are answered. */
function answered(questions: readonly QuestionOnPage[]) {
  return questions.flatMap((question) => {
    const answer = answerTo(question);
    return answer === undefined ? [] : [{ question, answer }];
  });
}

function answerTo({ kind, element }: QuestionOnPage): AnswerValue | undefined {
  const values = fieldsOf(element)
    .filter((field) => field instanceof HTMLTextAreaElement || field.checked)
    .map(({ value }) => value.trim())
    .filter((value) => value !== '');
  const [first] = values;
  if (first === undefined) return undefined;
  if (kind === 'several-of') return values;
  return kind === 'one-of' || kind === 'text' ? first : Number(first);
}
