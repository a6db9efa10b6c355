import { send } from './collector.ts';
import { forget, type Remembered, recall, remember } from './memory.ts';
import { uuid } from './uuid.ts';

/**
 * Lets a reader vote without leaving the page: the vote counts at the click, reason and comment follow, and all
 * of it can be changed or withdrawn. The texts stand in the section's data attributes.
 */
export function enableVoting(section: HTMLElement): void {
  const form = section.querySelector<HTMLFormElement>('.vote-form');
  const reasons = section.querySelector<HTMLFormElement>('.vote-reason');
  const status = section.querySelector<HTMLElement>('.vote-status');
  const withdrawal = section.querySelector<HTMLButtonElement>('.vote-withdraw');
  if (!form || !reasons || !status || !withdrawal) return;

  const address = form.action;
  const texts = section.dataset;
  const { article, locale, revision } = Object.fromEntries(new FormData(form)) as Record<string, string>;
  const key = `kundig:vote:${locale}:${article}:${revision}`;
  const buttons = [...form.querySelectorAll<HTMLButtonElement>('button[name=helpful]')];
  let vote: Remembered | undefined = recall(key);
  // The same id until the vote is stored, so that a second try cannot count twice.
  const id = vote?.id ?? uuid();

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const helpful = (event.submitter as HTMLButtonElement | null)?.value === 'true';
    if (vote?.helpful === helpful) return show();
    const change = vote
      ? () => send('PATCH', `${address}/${vote?.id}`, { receipt: vote?.receipt, helpful })
      : () => send('POST', address, { id, article, locale, revision, helpful });
    const reply = await whileSaving(change);
    if (!reply) return;
    vote = { id: vote?.id ?? id, receipt: reply.receipt ?? vote?.receipt ?? '', helpful };
    remember(key, vote);
    say(helpful ? texts.savedYes : texts.savedNo);
    show();
  });

  reasons.addEventListener('submit', async (event) => {
    event.preventDefault();
    const given = new FormData(reasons);
    const reason = given.get('reason');
    const comment = String(given.get('comment') ?? '').trim();
    if (!vote || (!reason && !comment)) return;
    const change = { receipt: vote.receipt, ...(reason ? { reason } : {}), ...(comment ? { comment } : {}) };
    if (!(await whileSaving(() => send('PATCH', `${address}/${vote?.id}`, change)))) return;
    say(texts.sent);
    reasons.reset();
    reasons.hidden = true;
    status.focus();
  });

  withdrawal.addEventListener('click', async () => {
    if (!vote) return;
    if (!(await whileSaving(() => send('DELETE', `${address}/${vote?.id}`, { receipt: vote?.receipt }))))
      return;
    forget(key);
    say(texts.withdrawn);
    // A withdrawn id stays withdrawn: this section takes no further vote until the page is loaded again.
    vote = undefined;
    form.hidden = true;
    reasons.hidden = true;
    withdrawal.hidden = true;
    status.focus();
  });

  show();

  async function whileSaving(change: () => ReturnType<typeof send>) {
    say(texts.saving);
    section.setAttribute('aria-busy', 'true');
    const reply = await change();
    section.removeAttribute('aria-busy');
    if (reply.kind === 'done') return reply;
    say(reply.kind === 'refused' ? texts.refused : texts.failed);
    return undefined;
  }

  function say(text: string | undefined): void {
    if (status) status.textContent = text ?? '';
  }

  function show(): void {
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(vote?.helpful === (button.value === 'true')));
    }
    if (withdrawal) withdrawal.hidden = !vote;
    if (reasons) reasons.hidden = vote?.helpful !== false;
  }
}
