import { element } from '../result-parts.ts';
import { button } from '../survey/survey-box.ts';
import type { ScriptTexts } from '../texts.ts';
import type { Fate } from './outbox.ts';
import type { StoredSubmission } from './own-submission.ts';

/** Something that was sent from this browser, or waits to be. */
export interface MySubmission {
  title: string;
  /** Path of the page that it is about. */
  path?: string;
  day: string;
  /** What the reader said, as far as this browser knows. */
  said: string;
  /** What is to be told of it before the collector is asked: why it will not be, if so. */
  state?: 'waiting' | 'leaving' | 'refused';
  stored(): Promise<StoredSubmission | 'gone' | undefined>;
  /** What the collector knows beyond what was said. */
  details(stored: StoredSubmission): HTMLElement[];
  withdraw(): Promise<Fate>;
  /** Forgets it in this browser. */
  forget(): void;
}

/** Shows one of them, with the button that withdraws it. `withdraw` tells whether it is done, or on its way. */
export function mySubmissionItem(
  submission: MySubmission,
  { t }: ScriptTexts,
): { element: HTMLElement; withdraw(): Promise<boolean> } {
  const { title, path, said, state } = submission;
  const heading = element('h2', '', path ? linkTo(path, title) : title);
  const words = element('p', 'mine-said', said);
  const details = element('div', 'mine-details');
  const status = element('p', 'mine-state');
  status.setAttribute('role', 'status');
  status.tabIndex = -1;
  const taking = button(t('mine.withdraw'), 'link-button', async () => {
    await withdraw();
    status.focus();
  });
  taking.setAttribute('aria-label', t('mine.withdraw-one', { title }));
  let isGone = false;
  if (state) {
    status.textContent = t(`mine.${state}`);
    taking.hidden = state === 'leaving';
  } else void lookUp();
  return { element: element('li', '', heading, words, details, status, taking), withdraw };

  async function lookUp(): Promise<void> {
    status.textContent = t('mine.looking');
    const stored = await submission.stored();
    if (isGone) return;
    if (stored === 'gone') {
      submission.forget();
      end('mine.gone');
    } else {
      status.textContent = t(stored ? 'mine.stored' : 'mine.unknown');
      if (stored) details.replaceChildren(...submission.details(stored));
    }
  }

  async function withdraw(): Promise<boolean> {
    if (isGone) return true;
    const { kind } = await submission.withdraw();
    if (kind === 'done') end('mine.withdrawn');
    else status.textContent = t(kind === 'waiting' ? 'mine.leaving' : 'mine.failed');
    return kind === 'done' || kind === 'waiting';
  }

  function end(key: string): void {
    isGone = true;
    status.textContent = t(key);
    words.remove();
    details.remove();
    taking.remove();
  }
}

function linkTo(path: string, title: string): HTMLElement {
  const link = element('a', '', title);
  link.href = path;
  return link;
}
