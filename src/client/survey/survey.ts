import { today } from '../day.ts';
import { waiting } from '../feedback/outbox.ts';
import { DRAFT_KEY, kept, SENT_KEY } from '../kept.ts';
import { pagePart } from '../page-part.ts';
import { uuid } from '../uuid.ts';
import { draftFrom } from './survey-draft.ts';
import { greet, greetAgain } from './survey-greeting.ts';
import { clearMistake } from './survey-mistakes.ts';
import { SurveyOnPage } from './survey-on-page.ts';
import { sendSurvey } from './survey-sending.ts';
import { questionsOn } from './survey-sheet.ts';

const form = document.querySelector<HTMLFormElement>('[data-survey]');
if (form) enableSurvey(form);

/**
 * Leads through the survey: one question at a time on small screens, only what applies to the reader, kept on the
 * device until it is sent, and withdrawn whenever they wish.
 */
function enableSurvey(form: HTMLFormElement): void {
  const entry = waiting().find(({ receiptKey }) => receiptKey === SENT_KEY);
  // A sheet that was refused comes back as if it had only been begun: its reader can mend it.
  const begun = entry?.refused ? { ...(entry.body as object), day: entry.day } : kept(DRAFT_KEY);
  const draft = draftFrom(begun, questionsOn(form), today());
  const survey = new SurveyOnPage(form, draft);
  const { view, sheet, texts } = survey;
  const id = uuid();
  greet(survey, entry, draft);

  form.addEventListener('focusin', ({ target }) => {
    view.place = questionAt(target)?.dataset.question ?? view.place;
  });
  form.addEventListener('input', ({ target }) => {
    const question = questionAt(target);
    if (question) clearMistake(question);
    survey.tell('');
    view.show();
    survey.save();
  });
  form.addEventListener('keydown', (event) => {
    const { target, key } = event;
    const place = questionAt(target)?.dataset.question;
    if (key !== 'Enter' || !place || !(target instanceof HTMLInputElement) || view.isStepwise) return;
    // Among many questions, Enter goes on to the next one instead of sending them all.
    event.preventDefault();
    view.goOn(place);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (form.getAttribute('aria-busy') === 'true') return;
    const here = sheet.asked.find(({ id }) => id === view.place);
    if (!view.hasNext) {
      void sendSurvey(survey, id);
    } else if (here && survey.isMissing(here)) {
      survey.point(here, texts.t('survey.required'));
    } else {
      view.step('next');
      survey.save();
    }
  });
  // Sent from another tab: what stands here stays, but is not sent a second time unless the reader insists.
  addEventListener('storage', ({ key, newValue }) => {
    if (key === SENT_KEY && newValue !== null && form.isConnected) greetAgain(survey);
  });
  pagePart('survey-back').addEventListener('click', () => {
    view.step('back');
    survey.save();
  });
  pagePart('survey-kept')
    .querySelector('button')
    ?.addEventListener('click', () => {
      survey.startAgain();
      survey.say(texts.t('survey.started-again'));
    });
}

/** The question in which something happens. */
function questionAt(target: EventTarget | null): HTMLElement | undefined {
  return (target as Element | null)?.closest<HTMLElement>('[data-question]') ?? undefined;
}
