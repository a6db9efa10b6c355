import { MAX_TEXT } from '../../core/survey/survey-answer.ts';
import { today } from '../day.ts';
import { masked } from '../feedback/masked.ts';
import { deliver, putIn, takeOut } from '../feedback/outbox.ts';
import type { Waiting } from '../feedback/waiting.ts';
import { SENT_KEY } from '../kept.ts';
import { showSent, showWaiting } from './survey-after.ts';
import type { SurveyOnPage } from './survey-on-page.ts';
import { answeredLevel, levelOf } from './survey-reader.ts';

/**
 * Sends the survey, or keeps it on this device until it can be sent. Nobody is thanked for answers that are nowhere:
 * where neither is possible, they stay in the form.
 *
 * @param id of the sheet; the same for each try, so that it counts once
 */
export async function sendSurvey(survey: SurveyOnPage, id: string): Promise<void> {
  const { form, sheet, texts } = survey;
  const { t } = texts;
  const missing = sheet.asked.filter((question) => survey.isMissing(question));
  // The first of them gets the focus: it comes last.
  for (const question of missing.toReversed()) survey.point(question, t('survey.required'));
  if (missing.length > 0) return;
  if (Object.keys(sheet.toSend.answers).length === 0) {
    survey.tell(t('survey.empty'));
    return;
  }
  form.setAttribute('aria-busy', 'true');
  survey.tell(t('survey.saving'));
  const body = await bodyOf(survey, id);
  const entry: Waiting = {
    id,
    method: 'POST',
    address: form.action,
    body,
    day: today(),
    receiptKey: SENT_KEY,
  };
  // Before it is sent: so it outlives a page that is closed meanwhile.
  const isKept = putIn(entry);
  const reply = await deliver(entry);
  form.removeAttribute('aria-busy');
  if (reply.kind === 'refused') {
    takeOut(entry);
    survey.tell(t('survey.refused'));
    const wrong = sheet.asked.filter((question) => reply.fields?.includes(`#/answers/${question.id}`));
    for (const question of wrong.toReversed()) survey.point(question, t('survey.misfit'));
  } else if (reply.kind === 'unreachable' && !isKept) {
    survey.tell(t('survey.failed'));
  } else {
    survey.forget();
    survey.say('');
    const after = survey.after();
    const isDone = reply.kind === 'done';
    (isDone ? showSent(form, after, entry, reply) : showWaiting(form, after, entry, false)).focus();
  }
}

/** The body of `POST /api/answers`. */
async function bodyOf({ form, sheet, reader: { source, article } }: SurveyOnPage, id: string) {
  // A level that was chosen for the site is told only where it decides what is asked.
  const asksByLevel = sheet.questions.some(({ shownIf }) => shownIf?.level);
  const level = asksByLevel ? levelOf(form) : answeredLevel(form);
  const { answers, wordings } = sheet.toSend;
  for (const { id, kind } of sheet.asked) {
    const answer = answers[id];
    if (kind === 'text' && typeof answer === 'string') answers[id] = await masked(answer, MAX_TEXT);
  }
  return {
    id,
    locale: document.documentElement.lang,
    ...(source && { source }),
    ...(article && { article }),
    ...(level && { level }),
    answers,
    wordings,
  };
}
