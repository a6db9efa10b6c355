import { pagePart } from '../page-part.ts';
import type { ScriptTexts } from '../texts.ts';
import { fieldsOf, type QuestionOnPage, type SurveySheet } from './survey-sheet.ts';

/** Screens on which one question is shown at a time. That is also a wide one at 400 % zoom. */
const SMALL = '(max-width: 640px)';

/**
 * Shows of the survey what the reader needs at the moment: on a small screen one question, on others all, and how far
 * the reader is. Questions that do not apply are hidden on both.
 */
export class SurveyView {
  /** Id of the question at which the reader is. */
  place: string | undefined;
  readonly #sheet: SurveySheet;
  readonly #texts: ScriptTexts;
  readonly #screen = matchMedia(SMALL);
  readonly #progress = pagePart('survey-progress');
  readonly #back = pagePart<HTMLButtonElement>('survey-back');
  readonly #send = pagePart<HTMLButtonElement>('survey-send');

  constructor(sheet: SurveySheet, texts: ScriptTexts) {
    this.#sheet = sheet;
    this.#texts = texts;
    for (const { text } of sheet.questions) {
      text.tabIndex = -1;
      // Whoever listens hears with each question how far they are.
      text.setAttribute('aria-describedby', 'survey-progress');
    }
    for (const hint of sheet.form.querySelectorAll<HTMLElement>('[data-without-script]')) hint.hidden = true;
    this.#screen.addEventListener('change', () => this.#turn());
  }

  /** Is one question shown at a time? */
  get isStepwise(): boolean {
    return this.#screen.matches;
  }

  /** Is there another question to be shown before the survey can be sent? */
  get hasNext(): boolean {
    return this.isStepwise && this.#next !== undefined;
  }

  /** Shows what has changed by an answer, a step or another screen. */
  show(): void {
    const { asked } = this.#sheet;
    const current = this.#currentOf(asked);
    const { isStepwise } = this;
    this.place = current?.id;
    for (const { id, element } of this.#sheet.questions) {
      element.hidden = isStepwise ? id !== current?.id : !asked.some((question) => question.id === id);
    }
    for (const group of this.#sheet.form.querySelectorAll<HTMLElement>('.survey-group')) {
      group.hidden = !group.querySelector('[data-question]:not([hidden])');
    }
    const isBegun = isStepwise && current !== undefined && current.id !== asked[0]?.id;
    this.#sheet.form.classList.toggle('survey-stepwise', isStepwise);
    document.body.classList.toggle('survey-begun', isBegun);
    this.#back.hidden = !isBegun;
    const key = this.#sendKey(current);
    this.#send.textContent = this.#texts.t(key);
    // To leave a question out is as good as any answer, but nothing to be hurried into.
    this.#send.classList.toggle('button-quiet', key === 'survey.skip');
    this.#showProgress(asked, current);
  }

  /** Goes to the next or the previous question, and puts the focus on what it asks. */
  step(direction: 'next' | 'back'): void {
    const to = direction === 'next' ? this.#next : this.#previous;
    if (to) this.goTo(to.id);
  }

  /** Goes to a question, and puts the focus on what it asks, or on its first field. */
  goTo(id: string, focus: 'text' | 'field' = 'text'): void {
    this.place = id;
    this.show();
    const question = this.#sheet.questions.find((one) => one.id === id);
    if (!question) return;
    const { top, bottom } = question.element.getBoundingClientRect();
    if (this.isStepwise && (top < 0 || bottom > innerHeight)) {
      this.#sheet.form.scrollIntoView({ block: 'start' });
    }
    const fields = fieldsOf(question.element);
    const checked = fields.find((field) => field instanceof HTMLInputElement && field.checked);
    const target = focus === 'field' ? (checked ?? fields[0] ?? question.text) : question.text;
    target.focus({ preventScroll: this.isStepwise && focus === 'text' });
  }

  /** On a wide screen: from a question to the field of the next, after the last to the button. */
  goOn(id: string): void {
    this.place = id;
    if (this.#next) this.goTo(this.#next.id, 'field');
    else this.#send.focus();
  }

  get #next(): QuestionOnPage | undefined {
    const { asked } = this.#sheet;
    return asked[asked.findIndex(({ id }) => id === this.place) + 1];
  }

  get #previous(): QuestionOnPage | undefined {
    const { asked } = this.#sheet;
    return asked[asked.findIndex(({ id }) => id === this.place) - 1];
  }

  /** Where the reader is; where that question does not apply any more, at the last one before it that does. */
  #currentOf(asked: readonly QuestionOnPage[]): QuestionOnPage | undefined {
    const { questions } = this.#sheet;
    const place = questions.findIndex(({ id }) => id === this.place);
    const before = new Set(questions.slice(0, place + 1).map(({ id }) => id));
    return asked.findLast(({ id }) => before.has(id)) ?? asked[0];
  }

  #sendKey(current: QuestionOnPage | undefined): string {
    if (!this.hasNext || !current) return 'survey.send';
    const isOpen = !current.required && this.#sheet.answers[current.id] === undefined;
    return isOpen ? 'survey.skip' : 'survey.next';
  }

  #showProgress(asked: readonly QuestionOnPage[], current: QuestionOnPage | undefined): void {
    const { answers } = this.#sheet;
    const count = asked.length;
    const number = asked.findIndex(({ id }) => id === current?.id) + 1;
    const answered = asked.filter(({ id }) => answers[id] !== undefined).length;
    const [text, bar] = [this.#progress.querySelector('p'), this.#progress.querySelector('progress')];
    if (!text || !bar) return;
    text.textContent = this.isStepwise
      ? this.#texts.t('survey.question-of', { number, count })
      : this.#texts.t('survey.answered', { answered, count });
    bar.max = count;
    bar.value = this.isStepwise ? number : answered;
    this.#progress.hidden = false;
  }

  /** After the screen was turned or zoomed: the same question, and the focus where it was. */
  #turn(): void {
    const focused = document.activeElement;
    this.show();
    const question = this.#sheet.questions.find(({ id }) => id === this.place);
    if (focused instanceof HTMLElement && question?.element.contains(focused)) focused.focus();
    question?.element.scrollIntoView({ block: 'center' });
  }
}
