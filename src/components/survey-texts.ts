import type { PageContext } from '../site/page-context.ts';
import { scriptTexts } from './search-texts.ts';

/** What the script of the survey says. */
const TEXTS = [
  'survey.answer-again',
  'survey.answered',
  'survey.empty',
  'survey.failed',
  'survey.go-on',
  'survey.left-out',
  'survey.level.beginner',
  'survey.level.done',
  'survey.level.experienced',
  'survey.level.expert',
  'survey.level.hint',
  'survey.level.no',
  'survey.level.yes',
  'survey.misfit',
  'survey.next',
  'survey.question-of',
  'survey.refused',
  'survey.refused-earlier',
  'survey.refused-gone',
  'survey.required',
  'survey.resumed',
  'survey.saving',
  'survey.send',
  'survey.send-now',
  'survey.sent-on',
  'survey.skip',
  'survey.started-again',
  'survey.waiting.offline',
  'survey.waiting.title',
  'survey.waiting.trouble',
  'survey.withdraw',
  'survey.withdraw-failed',
  'survey.withdrawn',
];

/** The texts of the survey's script as JSON, for `data-texts`. */
export function surveyTexts(page: PageContext): string {
  return scriptTexts(page, TEXTS);
}
