import { today } from '../day.ts';
import { DRAFT_KEY, keep, kept } from '../kept.ts';
import { pagePart } from '../page-part.ts';
import { type ScriptTexts, textsOf } from '../texts.ts';
import type { AfterSurvey } from './survey-after.ts';
import { paragraph } from './survey-box.ts';
import type { SurveyDraft } from './survey-draft.ts';
import { clearMistake, showMistake } from './survey-mistakes.ts';
import { shuffleLevels } from './survey-order.ts';
import { answeredLevel, levelOf, readerOf, type SurveyReader } from './survey-reader.ts';
import { type QuestionOnPage, SurveySheet } from './survey-sheet.ts';
import { SurveyView } from './survey-view.ts';

/** The survey as a reader has it before them: the form, what they answered, and what is kept of it on the device. */
export class SurveyOnPage {
  readonly form: HTMLFormElement;
  readonly texts: ScriptTexts;
  readonly sheet: SurveySheet;
  readonly view: SurveyView;
  readonly reader: SurveyReader;
  readonly #note = pagePart('survey-note');
  readonly #status = pagePart('survey-status');
  readonly #keptLine = pagePart('survey-kept');
  /** Day of the first answer. */
  #begun: string | undefined;

  /** @param draft what the reader answered before, if they did */
  constructor(form: HTMLFormElement, draft: SurveyDraft | undefined) {
    this.form = form;
    this.texts = textsOf(form);
    this.reader = readerOf(form, location.href, draft);
    this.sheet = new SurveySheet(form, () => ({ level: levelOf(form), categories: this.reader.categories }));
    form.noValidate = true;
    shuffleLevels(form, draft?.order ?? []);
    this.view = new SurveyView(this.sheet, this.texts);
    if (draft) {
      this.sheet.fill(draft.answers);
      this.view.place = draft.place;
      this.#begun = draft.day;
      this.save();
    }
    this.view.show();
    form.classList.add('survey-ready');
  }

  /** Keeps what was answered on this device until it is sent, and says so. */
  save(): void {
    const { answers, questions } = this.sheet;
    const answered = questions.filter(({ id }) => answers[id] !== undefined);
    const { source, article } = this.reader;
    this.#begun ??= today();
    const draft: SurveyDraft = {
      day: this.#begun,
      answers,
      wordings: Object.fromEntries(answered.map(({ id, wording }) => [id, wording])),
      order: questions.map(({ id }) => id),
      ...(this.view.place && { place: this.view.place }),
      ...(source && { source }),
      ...(article && { article }),
    };
    keep(DRAFT_KEY, answered.length > 0 ? draft : undefined);
    this.#keptLine.hidden = kept(DRAFT_KEY) === null;
  }

  /** Deletes what this device keeps of the survey. */
  forget(): void {
    keep(DRAFT_KEY, undefined);
    this.#begun = undefined;
    this.#keptLine.hidden = true;
  }

  /** Empties the form, and begins with its first question. */
  startAgain(): void {
    this.forget();
    this.sheet.fill({});
    for (const { element } of this.sheet.questions) clearMistake(element);
    this.tell('');
    this.goToStart();
  }

  /** Goes to the first question. */
  goToStart(): void {
    const [first] = this.sheet.asked;
    if (first) this.view.goTo(first.id);
  }

  /** Says something above the form. */
  say(text: string, ...ways: HTMLButtonElement[]): void {
    this.#note.replaceChildren(...(text ? [paragraph(text)] : []), ...ways);
  }

  /** Says beside the button what becomes of sending. */
  tell(text: string): void {
    this.#status.textContent = text;
    if (text) this.#status.scrollIntoView({ block: 'nearest' });
  }

  /** Shows at a question what is wrong, and puts the focus into it. */
  point(question: QuestionOnPage, words: string): void {
    showMistake(question, words);
    this.view.goTo(question.id, 'field');
  }

  /** Does the question need an answer that it has not got? */
  isMissing({ id, required }: QuestionOnPage): boolean {
    return required && this.sheet.answers[id] === undefined;
  }

  /** What is needed once the survey is sent. */
  after(): AfterSurvey {
    const { form, texts, sheet } = this;
    const level = form.dataset.levels === undefined ? undefined : answeredLevel(form);
    return {
      action: form.action,
      texts,
      thanks: form.dataset.thanks ?? '',
      ...(level && { level }),
      questionText: (id) =>
        sheet.questions.find((question) => question.id === id)?.text.firstChild?.textContent?.trim(),
    };
  }
}
