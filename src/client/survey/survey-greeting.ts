import { today, writtenDay } from '../day.ts';
import { takeOut } from '../feedback/outbox.ts';
import type { Waiting } from '../feedback/waiting.ts';
import { isQuietTime } from '../quiet-time.ts';
import { showWaiting } from './survey-after.ts';
import { button } from './survey-box.ts';
import type { SurveyDraft } from './survey-draft.ts';
import type { SurveyOnPage } from './survey-on-page.ts';
import { sentSheet, withdrawSent } from './survey-withdrawal.ts';

/**
 * Says what this device still knows of the reader's answers, and what can be done with them.
 *
 * @param entry a sheet that is not delivered yet, or was refused
 * @param draft a survey that was begun
 */
export function greet(
  survey: SurveyOnPage,
  entry: Waiting | undefined,
  draft: SurveyDraft | undefined,
): void {
  if (entry?.refused) {
    takeOut(entry);
    // Where the survey has changed, there may be nothing left to look through.
    const key = draft ? 'survey.refused-earlier' : 'survey.refused-gone';
    survey.say(survey.texts.t(key, { day: written(entry.day) }));
  } else if (entry) {
    showWaiting(survey.form, survey.after(), entry, true);
  } else if (draft) {
    const goOn = button(survey.texts.t('survey.go-on'), 'link-button survey-go-on', () => {
      if (survey.view.place) survey.view.goTo(survey.view.place);
    });
    survey.say(survey.texts.t('survey.resumed', { day: written(draft.day) }), goOn);
  } else {
    greetAgain(survey);
  }
}

/** Whoever has answered before can withdraw that, and after a while or if they insist answer again. */
export function greetAgain(survey: SurveyOnPage): void {
  const sent = sentSheet();
  if (!sent) return;
  const { form } = survey;
  const { t } = survey.texts;
  form.hidden = isQuietTime(sent, today());
  const again = button(t('survey.answer-again'), 'link-button', () => {
    form.hidden = false;
    survey.say('');
    survey.goToStart();
  });
  const withdraw = button(t('survey.withdraw'), 'link-button', async () => {
    const isGone = await withdrawSent(form.action, sent);
    if (isGone) survey.say(t('survey.withdrawn'), again);
    else survey.say(t('survey.withdraw-failed'), withdraw, again);
    (isGone ? again : withdraw).focus();
  });
  survey.say(t('survey.sent-on', { day: written(sent.day) }), withdraw, again);
}

function written(day: string): string {
  return writtenDay(day, document.documentElement.lang);
}
