import { REASONS } from '../core/feedback.ts';
import type { PageContext } from '../site/page-context.ts';
import { scriptTexts } from './search-texts.ts';

/** What the script of the page says on which readers see what they have sent. */
const TEXTS = [
  'mine.comment',
  'mine.failed',
  'mine.forget.sure',
  'mine.forgotten',
  'mine.gone',
  'mine.leaving',
  'mine.looking',
  'mine.none',
  'mine.reason',
  'mine.refused',
  'mine.sheet',
  'mine.stored',
  'mine.unknown',
  'mine.vote.no',
  'mine.vote.yes',
  'mine.waiting',
  'mine.withdraw',
  'mine.withdraw-all.sure',
  'mine.withdraw-one',
  'mine.withdrawn',
  'site.survey',
  ...REASONS.map((reason) => `reason.${reason}`),
];

/** These texts as JSON, for `data-texts`. */
export function myFeedbackTexts(page: PageContext): string {
  return scriptTexts(page, TEXTS);
}
