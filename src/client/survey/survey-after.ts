import type { Level } from '../../core/article-kinds.ts';
import type { Reply } from '../feedback/collector.ts';
import { deliver, waiting } from '../feedback/outbox.ts';
import type { Waiting } from '../feedback/waiting.ts';
import type { ScriptTexts } from '../texts.ts';
import { button, buttons, paragraph, showBox } from './survey-box.ts';
import { levelOffer } from './survey-level-offer.ts';
import { withdrawSent, withdrawWaiting } from './survey-withdrawal.ts';

/** What the page says once the reader has sent the survey. */
export interface AfterSurvey {
  /** Where the collector takes answers. */
  action: string;
  texts: ScriptTexts;
  /** The survey's own words of thanks. */
  thanks: string;
  /** The level that can be offered to the site, if the reader gave one and there are articles for it. */
  level?: Level;
  /** What a question asks, by its id, if it is one of this page. */
  questionText: (id: string) => string | undefined;
}

/** The sheet is stored: thanks, what was left out, the way to withdraw it, and the offer of the level. */
export function showSent(
  place: HTMLElement,
  after: AfterSurvey,
  { id }: Waiting,
  reply: Extract<Reply, { kind: 'done' }>,
): HTMLElement {
  const { texts, action } = after;
  const words = paragraph(after.thanks, 'survey-said');
  words.setAttribute('role', 'status');
  const withdraw = button(texts.t('survey.withdraw'), 'link-button', async () => {
    const isGone = await withdrawSent(action, { id, receipt: reply.receipt ?? '' });
    if (isGone) box.replaceChildren(words);
    words.textContent = texts.t(isGone ? 'survey.withdrawn' : 'survey.withdraw-failed');
    if (isGone) box.focus();
  });
  const offer = levelOffer(after.level, texts);
  const box = showBox(
    place,
    words,
    ...leftOut(after, reply.leftOut ?? []),
    withdraw,
    ...(offer ? [offer] : []),
  );
  return box;
}

/**
 * The sheet waits on this device: says so, and tries again when there is a connection or the reader asks for it.
 *
 * @param now whether to try at once, too
 */
export function showWaiting(
  place: HTMLElement,
  after: AfterSurvey,
  entry: Waiting,
  now: boolean,
): HTMLElement {
  const { texts, action } = after;
  const { t } = texts;
  const title = document.createElement('h2');
  title.textContent = t('survey.waiting.title');
  const words = paragraph('', 'survey-said');
  words.setAttribute('role', 'status');
  const tryAgain = () => deliver(entry).then(show);
  const box = showBox(
    place,
    title,
    words,
    buttons(
      button(t('survey.send-now'), 'button', () => {
        words.textContent = t('survey.saving');
        return tryAgain();
      }),
      button(t('survey.withdraw'), 'link-button', async () => {
        const isGone = await withdrawWaiting(action, entry);
        if (!box.isConnected) return;
        words.textContent = t(isGone ? 'survey.withdrawn' : 'survey.withdraw-failed');
        if (!isGone) return;
        removeEventListener('online', tryAgain);
        box.replaceChildren(words);
        box.focus();
      }),
    ),
  );
  words.textContent = t(navigator.onLine ? 'survey.waiting.trouble' : 'survey.waiting.offline');
  addEventListener('online', tryAgain);
  if (now) void tryAgain();
  return box;

  function show(reply: Reply): void {
    if (!box.isConnected) return;
    words.textContent = t(navigator.onLine ? 'survey.waiting.trouble' : 'survey.waiting.offline');
    if (reply.kind === 'unreachable') return;
    removeEventListener('online', tryAgain);
    if (reply.kind === 'done') showSent(box, after, entry, reply).focus();
    // What was refused comes back into the form, which the page shows when it is loaded anew; but where that could not
    // be noted, it would only be sent and refused again, for ever.
    else if (waiting().some(({ id, refused }) => id === entry.id && refused)) location.reload();
  }
}

function leftOut({ texts, questionText }: AfterSurvey, ids: readonly string[]): HTMLElement[] {
  const known = ids.flatMap((id) => questionText(id) ?? []);
  if (known.length === 0) return [];
  const list = document.createElement('ul');
  list.append(
    ...known.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
  return [paragraph(texts.t('survey.left-out')), list];
}
