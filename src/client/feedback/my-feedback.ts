import { forgetAll } from '../kept.ts';
import { pagePart } from '../page-part.ts';
import { textsOf } from '../texts.ts';
import { mySheets } from './my-sheets.ts';
import { mySubmissionItem } from './my-submission-item.ts';
import { myVotes } from './my-votes.ts';
import { deliverAll } from './outbox.ts';

const page = document.querySelector<HTMLElement>('[data-mine]');
if (page) void showMine(page);

/** Shows readers what was sent from this browser, and lets them take it back or have it forgotten here. */
async function showMine(page: HTMLElement): Promise<void> {
  const texts = textsOf(page);
  const list = pagePart('mine-list');
  const all = pagePart('mine-all');
  const status = pagePart('mine-status');
  pagePart('mine-without-script').remove();
  // What can be sent is sent before it is called waiting.
  status.textContent = texts.t('mine.looking');
  await deliverAll();
  const items = [...myVotes(page, texts), ...mySheets(page, texts)]
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .map((submission) => mySubmissionItem(submission, texts));
  list.append(...items.map(({ element }) => element));
  all.hidden = items.length === 0;
  status.textContent = items.length === 0 ? texts.t('mine.none') : '';

  pagePart('mine-withdraw').addEventListener('click', async () => {
    if (!confirm(texts.t('mine.withdraw-all.sure'))) return;
    const done = await Promise.all(items.map((item) => item.withdraw()));
    say(texts.t(done.every(Boolean) ? 'mine.withdrawn' : 'mine.failed'));
  });
  pagePart('mine-forget').addEventListener('click', () => {
    if (!confirm(texts.t('mine.forget.sure'))) return;
    forgetAll();
    list.replaceChildren();
    all.hidden = true;
    say(texts.t('mine.forgotten'));
  });

  /** The focus goes along: the button that had it may be gone. */
  function say(words: string): void {
    status.textContent = words;
    status.focus();
  }
}
