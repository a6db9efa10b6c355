import { daysBetween } from '../core/calendar.ts';
import { today, writtenDay } from './day.ts';
import { DRAFT_KEY, keep, kept, SENT_KEY } from './kept.ts';
import { deliver, putIn, takeOut, waiting } from './outbox.ts';
import { pagePart } from './page-part.ts';
import { type AfterSurvey, showSent, showWaiting } from './survey-after.ts';
import { button, paragraph } from './survey-box.ts';
import { draftFrom, type SurveyDraft } from './survey-draft.ts';
import { clearMistake, showMistake } from './survey-mistakes.ts';
import { shuffleLevels } from './survey-order.ts';
import { answeredLevel, levelOf, readerOf } from './survey-reader.ts';
import { type QuestionOnPage, SurveySheet } from './survey-sheet.ts';
import { SurveyView } from './survey-view.ts';
import { sentSheet, withdrawSent } from './survey-withdrawal.ts';
import { textsOf } from './texts.ts';
import { uuid } from './uuid.ts';
import type { Waiting } from './waiting.ts';

/** Days within which nobody needs to answer twice. */
const QUIET = 90;

/**
 * Leads through the survey: one question at a time on small screens, only what applies to the reader, kept on the
 * device until it is sent, and withdrawn whenever they wish.
 */
export function enableSurvey(form: HTMLFormElement): void {
  const texts = textsOf(form);
  const { t } = texts;
  const note = pagePart('survey-note');
  const status = pagePart('survey-status');
  const keptLine = pagePart('survey-kept');
  const sheet = new SurveySheet(form, () => ({ level: levelOf(form), categories: reader.categories }));
  const { lang } = document.documentElement;

  const entry = waiting().find(({ receiptKey }) => receiptKey === SENT_KEY);
  const refused = entry?.refused ? asDraft(entry) : undefined;
  let draft = draftFrom(refused ?? kept(DRAFT_KEY), sheet.questions, today());
  const reader = readerOf(form, location.href, draft);
  // The same id until the sheet is stored, so that a second try cannot count twice.
  const id = uuid();
  let isSending = false;

  form.noValidate = true;
  shuffleLevels(form, draft?.order ?? []);
  const view = new SurveyView(sheet, texts);
  if (draft) {
    sheet.fill(draft.answers);
    view.place = draft.place;
  }
  view.show();
  form.classList.add('survey-ready');
  greet();

  form.addEventListener('focusin', ({ target }) => {
    const place = idAt(target);
    if (place) view.place = place;
  });
  form.addEventListener('input', ({ target }) => {
    const question = (target as Element).closest<HTMLElement>('[data-question]');
    if (question) clearMistake(question);
    status.textContent = '';
    view.show();
    save();
  });
  form.addEventListener('keydown', (event) => {
    const { target } = event;
    const place = idAt(target);
    if (event.key !== 'Enter' || !place || !(target instanceof HTMLInputElement) || view.isStepwise) return;
    // Among many questions, Enter goes on to the next one instead of sending them all.
    event.preventDefault();
    view.goOn(place);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!view.hasNext) return void submit();
    const here = sheet.questions.find(({ id }) => id === view.place);
    if (here && isMissing(here)) return point(here, t('survey.required'));
    view.step('next');
    save();
  });
  pagePart('survey-back').addEventListener('click', () => {
    view.step('back');
    save();
  });
  keptLine.querySelector('button')?.addEventListener('click', () => {
    keep(DRAFT_KEY, undefined);
    draft = undefined;
    sheet.fill({});
    for (const { element } of sheet.questions) clearMistake(element);
    status.textContent = '';
    keptLine.hidden = true;
    say(t('survey.started-again'));
    const [first] = sheet.asked;
    if (first) view.goTo(first.id);
  });

  /** Says what this device still knows of the reader's answers, and shows the form where it is of use. */
  function greet(): void {
    keptLine.hidden = !draft || refused !== undefined;
    if (entry && !refused) {
      showWaiting(form, after(), entry, true);
      return;
    }
    if (entry && refused) {
      takeOut(entry);
      save();
      say(t('survey.refused-earlier', { day: writtenDay(entry.day, lang) }));
      return;
    }
    if (draft) {
      const goOn = button(t('survey.go-on'), 'link-button survey-go-on', () => {
        if (view.place) view.goTo(view.place);
      });
      say(t('survey.resumed', { day: writtenDay(draft.day, lang) }), goOn);
      return;
    }
    const sent = sentSheet();
    if (!sent) return;
    const answerAgain = button(t('survey.answer-again'), 'link-button', () => {
      form.hidden = false;
      note.replaceChildren();
      const [first] = sheet.asked;
      if (first) view.goTo(first.id);
    });
    const withdraw = button(t('survey.withdraw'), 'link-button', async () => {
      const isGone = await withdrawSent(form.action, sent);
      if (isGone) say(t('survey.withdrawn'), answerAgain);
      else say(t('survey.withdraw-failed'), withdraw, answerAgain);
    });
    form.hidden = daysBetween(sent.day, today()) < QUIET;
    say(t('survey.sent-on', { day: writtenDay(sent.day, lang) }), withdraw, answerAgain);
  }

  /** Keeps what was answered on this device, until it is sent. */
  function save(): void {
    const { answers, questions } = sheet;
    const wordings = questions.filter(({ id }) => answers[id] !== undefined);
    const order = questions.map(({ id }) => id);
    const { source, article } = reader;
    draft = {
      day: draft?.day ?? today(),
      answers,
      wordings: Object.fromEntries(wordings.map(({ id, wording }) => [id, wording])),
      order,
      ...(view.place && { place: view.place }),
      ...(source && { source }),
      ...(article && { article }),
    };
    keep(DRAFT_KEY, wordings.length > 0 ? draft : undefined);
    keptLine.hidden = kept(DRAFT_KEY) === null;
  }

  async function submit(): Promise<void> {
    if (isSending) return;
    const { answers, wordings } = sheet.toSend;
    const missing = sheet.asked.filter(isMissing);
    for (const question of missing.toReversed()) point(question, t('survey.required'));
    if (missing.length > 0) return;
    if (Object.keys(answers).length === 0) return tell(t('survey.empty'));
    const { source, article } = reader;
    // A level that was chosen for the site is told only where it decides what is asked.
    const asksByLevel = sheet.questions.some(({ shownIf }) => shownIf?.level);
    const level = asksByLevel ? levelOf(form) : answeredLevel(form);
    const body = {
      id,
      locale: lang,
      ...(source && { source }),
      ...(article && { article }),
      ...(level && { level }),
      answers,
      wordings,
    };
    const sent: Waiting = {
      id,
      method: 'POST',
      address: form.action,
      body,
      day: today(),
      receiptKey: SENT_KEY,
    };
    isSending = true;
    form.setAttribute('aria-busy', 'true');
    tell(t('survey.saving'));
    const isKept = putIn(sent);
    const reply = await deliver(sent);
    isSending = false;
    form.removeAttribute('aria-busy');
    if (reply.kind === 'refused') {
      takeOut(sent);
      tell(t('survey.refused'));
      for (const question of sheet.asked
        .filter(({ id }) => reply.fields?.includes(`#/answers/${id}`))
        .toReversed()) {
        point(question, t('survey.misfit'));
      }
      return;
    }
    if (reply.kind === 'unreachable' && !isKept) return tell(t('survey.failed'));
    keep(DRAFT_KEY, undefined);
    note.replaceChildren();
    const box =
      reply.kind === 'done' ? showSent(form, after(), sent, reply) : showWaiting(form, after(), sent, false);
    box.focus();
  }

  function isMissing({ id, required }: QuestionOnPage): boolean {
    return required && sheet.answers[id] === undefined;
  }

  /** Shows at a question what is wrong, and puts the focus into it. */
  function point(question: QuestionOnPage, words: string): void {
    showMistake(question, words);
    view.goTo(question.id, 'field');
  }

  function after(): AfterSurvey {
    const level = form.dataset.levels === undefined ? undefined : answeredLevel(form);
    const questions = new Map(
      sheet.questions.map(({ id, text }) => [id, text.firstChild?.textContent?.trim()]),
    );
    return {
      action: form.action,
      texts,
      thanks: form.dataset.thanks ?? '',
      ...(level && { level }),
      questionText: (id) => questions.get(id),
    };
  }

  function say(text: string, ...ways: HTMLButtonElement[]): void {
    note.replaceChildren(paragraph(text), ...ways);
  }

  function tell(text: string): void {
    status.textContent = text;
    status.scrollIntoView({ block: 'nearest' });
  }
}

/** A sheet that was refused, as if it had only been begun: its reader can mend it. */
function asDraft({ day, body }: Waiting): Partial<SurveyDraft> {
  return { ...(body as Partial<SurveyDraft>), day };
}

/** Id of the question in which something happens. */
function idAt(target: EventTarget | null): string | undefined {
  return (target as Element | null)?.closest<HTMLElement>('[data-question]')?.dataset.question;
}
