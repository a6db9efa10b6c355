import type { Level } from '../../core/article-kinds.ts';
import { chooseLevel, readerLevel } from '../reader-level.ts';
import type { ScriptTexts } from '../texts.ts';
import { button, buttons, paragraph } from './survey-box.ts';

/**
 * Asks whether articles for the level that a reader gave in the survey shall come first. Nothing is kept unless they
 * say so. `undefined` where there is nothing to ask: no level was given, or it is chosen already.
 */
export function levelOffer(level: Level | undefined, { t }: ScriptTexts): HTMLElement | undefined {
  if (!level || level === readerLevel()) return undefined;
  const offer = document.createElement('div');
  offer.className = 'level-offer';
  const words = paragraph(t(`survey.level.${level}`));
  words.setAttribute('role', 'status');
  const hint = paragraph(t('survey.level.hint'), 'hint');
  const choices = buttons(
    button(t('survey.level.yes'), 'button', () => {
      chooseLevel(level);
      words.textContent = t('survey.level.done');
      end();
    }),
    button(t('survey.level.no'), 'button button-quiet', () => {
      const box = offer.parentElement;
      offer.remove();
      box?.focus();
    }),
  );
  offer.append(words, hint, choices);
  return offer;

  function end(): void {
    hint.remove();
    choices.remove();
    words.tabIndex = -1;
    words.focus();
  }
}
