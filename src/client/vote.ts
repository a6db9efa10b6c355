import { type Reply, send } from './collector.ts';
import { solvedBy } from './instead.ts';
import { forgetSearch, searchThatLedTo } from './leading-search.ts';
import { type Remembered, recall, remember } from './memory.ts';
import { readerLevel } from './reader-level.ts';
import { uuid } from './uuid.ts';

/**
 * What the event `kundig:vote` on the section tells: a no was saved and the reader is asked why, the vote is done with
 * (a yes was saved, or the reason for a no), or it was withdrawn.
 */
export type VoteStep = 'asked-why' | 'done' | 'withdrawn';

/**
 * Lets a reader vote without leaving the page: the vote counts at the click, reason and comment follow, and all
 * of it can be changed or withdrawn, votes on earlier wordings of the article included. The texts stand in the
 * section's data attributes.
 */
export function enableVoting(section: HTMLElement): void {
  const form = section.querySelector<HTMLFormElement>('.vote-form');
  const reasons = section.querySelector<HTMLFormElement>('.vote-reason');
  const status = section.querySelector<HTMLElement>('.vote-status');
  const withdrawal = section.querySelector<HTMLButtonElement>('.vote-withdraw');
  if (!form || !reasons || !status || !withdrawal) return;

  const address = form.action;
  const texts = section.dataset;
  const fields = Object.fromEntries(new FormData(form)) as Record<string, string>;
  const { article = '', locale = '', revision = '' } = fields;
  const key = `kundig:vote:${locale}:${article}`;
  const buttons = [...form.querySelectorAll<HTMLButtonElement>('button[name=helpful]')];
  let votes = recall(key);
  // The same id until the vote is stored, so that a second try cannot count twice.
  const newId = uuid();
  const current = () => votes.find((vote) => vote.revision === revision);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const helpful = (event.submitter as HTMLButtonElement | null)?.value === 'true';
    const vote = current();
    if (vote?.helpful === helpful) return;
    // Only with the first vote from this browser on this article, whatever its wording: so each vote that names a
    // search stands for another reader, and nobody has to be recognised to count three of them.
    const search = votes.length === 0 ? searchThatLedTo(article) : undefined;
    const reply = await whileSaving(
      vote
        ? send('PATCH', `${address}/${vote.id}`, { receipt: vote.receipt, helpful })
        : send('POST', address, {
            id: newId,
            article,
            locale,
            revision,
            helpful,
            level: readerLevel(),
            search,
          }),
    );
    if (reply.kind !== 'done') return;
    if (search) forgetSearch();
    if (helpful) solvedBy(article);
    const saved = { id: vote?.id ?? newId, receipt: reply.receipt ?? vote?.receipt ?? '', revision, helpful };
    keep([...votes.filter((other) => other !== vote), saved]);
    say(helpful ? texts.savedYes : texts.savedNo);
    tell(helpful ? 'done' : 'asked-why');
  });

  reasons.addEventListener('submit', async (event) => {
    event.preventDefault();
    const given = new FormData(reasons);
    const reason = given.get('reason');
    const comment = String(given.get('comment') ?? '').trim();
    const vote = current();
    if (!vote || (!reason && !comment)) return;
    const change = { receipt: vote.receipt, ...(reason ? { reason } : {}), ...(comment ? { comment } : {}) };
    if ((await whileSaving(send('PATCH', `${address}/${vote.id}`, change))).kind !== 'done') return;
    say(texts.sent);
    reasons.reset();
    reasons.hidden = true;
    status.focus();
    tell('done');
  });

  withdrawal.addEventListener('click', async () => {
    for (const vote of votes) {
      const reply = await whileSaving(send('DELETE', `${address}/${vote.id}`, { receipt: vote.receipt }));
      // A vote that the collector no longer knows is gone already.
      if (reply.kind !== 'done' && !(reply.kind === 'refused' && reply.status === 404)) return;
      keep(votes.filter((other) => other !== vote));
    }
    say(texts.withdrawn);
    // A withdrawn id stays withdrawn: this section takes no further vote until the page is loaded again.
    form.hidden = true;
    status.focus();
    tell('withdrawn');
  });

  show();

  async function whileSaving(sending: Promise<Reply>): Promise<Reply> {
    say(texts.saving);
    section.setAttribute('aria-busy', 'true');
    const reply = await sending;
    section.removeAttribute('aria-busy');
    if (reply.kind !== 'done') {
      say(reply.kind === 'refused' ? texts.refused : texts.failed);
      status?.scrollIntoView({ block: 'nearest' });
    }
    return reply;
  }

  function keep(changed: Remembered[]): void {
    votes = changed;
    remember(key, votes);
    show();
  }

  function say(text: string | undefined): void {
    if (status) status.textContent = text ?? '';
  }

  function tell(detail: VoteStep): void {
    section.dispatchEvent(new CustomEvent('kundig:vote', { detail }));
  }

  function show(): void {
    const vote = current();
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(vote?.helpful === (button.value === 'true')));
    }
    if (withdrawal) withdrawal.hidden = votes.length === 0;
    if (reasons) reasons.hidden = vote?.helpful !== false;
  }
}
