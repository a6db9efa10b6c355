import { solvedBy } from '../instead.ts';
import { readerLevel } from '../reader-level.ts';
import { forgetSearch, searchThatLedTo } from '../search/leading-search.ts';
import { uuid } from '../uuid.ts';
import { masked } from './masked.ts';
import { deliverAll, drop, type Fate, submit } from './outbox.ts';
import { isLeaving, type OwnVote, ownVotes, voteRequest, withdrawVote } from './own-votes.ts';

/**
 * What the event `kundig:vote` on the section tells: a no was saved and the reader is asked why, the vote is done with
 * (a yes was saved, or the reason for a no), or it was withdrawn.
 */
export type VoteStep = 'asked-why' | 'done' | 'withdrawn';

/**
 * Lets a reader vote without leaving the page: the vote counts at the click, reason and comment follow, and all
 * of it can be changed or withdrawn, votes on earlier wordings of the article included. What cannot be sent waits on
 * the device, and the page says so. The texts stand in the section's data attributes.
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
  const buttons = [...form.querySelectorAll<HTMLButtonElement>('button[name=helpful]')];
  // The same id until the vote is stored or waits, so that a second try cannot count twice. The next vote is another one:
  // an id that was withdrawn, perhaps in another tab, stays withdrawn.
  let newId = uuid();
  /** Where this browser keeps nothing, the vote is known until the page is left. */
  let unkept: OwnVote | undefined;
  /** A try that may have arrived, with another vote than the next. */
  let isTried = false;
  let hasSaidWhy = false;

  const here = () => ownVotes().filter((vote) => vote.article === article && vote.locale === locale);
  const votes = () => [...here().filter((vote) => !isLeaving(vote)), ...(unkept ? [unkept] : [])];
  const current = () => votes().find((vote) => vote.revision === revision);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const helpful = (event.submitter as HTMLButtonElement | null)?.value === 'true';
    const vote = current();
    if (!vote && section.hasAttribute('aria-busy')) return;
    // Who presses the same again wants to know what has become of it.
    if (vote?.helpful === helpful) return catchUp();
    // Only with the first vote from this browser on this article, whatever its wording: so each vote that names a
    // search stands for another reader, and nobody has to be recognised to count three of them.
    const search = votes().length === 0 ? searchThatLedTo(article) : undefined;
    const said = { article, locale, revision, helpful };
    const note = { ...said, title: document.querySelector('h1')?.textContent ?? '', path: location.pathname };
    const id = vote?.id ?? newId;
    hasSaidWhy = false;
    let fate = await (vote
      ? change(vote, { helpful }, { helpful })
      : whileSaving(
          submit(voteRequest(address, 'POST', id, { id, ...said, level: readerLevel(), search }, note)),
        ));
    if (fate.kind === 'done' && !here().some((one) => one.id === id)) {
      unkept = { ...note, id, day: '', waits: [], receipt: fate.receipt, ...unkept, helpful };
      if (isTried && !vote) fate = await change(unkept, { helpful }, { helpful });
    }
    isTried ||= fate.kind === 'unreachable';
    show();
    if (!isSafe(fate)) return;
    if (!vote) newId = uuid();
    if (search) forgetSearch();
    if (fate.kind === 'waiting') return;
    if (helpful) solvedBy(article);
    say(helpful ? texts.savedYes : texts.savedNo);
    tell(helpful ? 'done' : 'asked-why');
  });

  // What takes personal data out of a comment is there by the time that it is sent.
  reasons.addEventListener('focusin', () => void masked('', 0), { once: true });
  reasons.addEventListener('submit', async (event) => {
    event.preventDefault();
    const given = new FormData(reasons);
    const reason = given.get('reason');
    const comment = String(given.get('comment') ?? '').trim();
    const vote = current();
    if (!vote || (!reason && !comment)) return;
    const longest = reasons.querySelector('textarea')?.maxLength;
    const fate = await change(vote, {
      ...(reason && { reason }),
      ...(comment && { comment: await masked(comment, longest ?? 0) }),
    });
    if (!isSafe(fate)) return;
    hasSaidWhy = true;
    reasons.reset();
    reasons.hidden = true;
    status.focus();
    if (fate.kind === 'waiting') return;
    say(texts.sent);
    tell('done');
  });

  withdrawal.addEventListener('click', async () => {
    let waits = false;
    for (const vote of votes()) {
      const fate = await whileSaving(withdrawVote(address, vote));
      if (!isSafe(fate)) return;
      if (vote === unkept) unkept = undefined;
      waits ||= fate.kind === 'waiting';
      show();
    }
    if (!waits) say(texts.withdrawn);
    // Whoever took it back is not asked again until the page is loaded anew.
    form.hidden = true;
    status.focus();
    if (!waits) tell('withdrawn');
  });

  addEventListener('online', catchUp);
  // In another tab, too, a vote can be cast, changed or withdrawn.
  addEventListener('storage', show);
  show();
  void catchUp();

  function change(vote: OwnVote, changes: object, note?: { helpful: boolean }): Promise<Fate> {
    const body = vote.receipt ? { receipt: vote.receipt, ...changes } : changes;
    return whileSaving(submit(voteRequest(address, 'PATCH', vote.id, body, note)));
  }

  async function whileSaving(sending: Promise<Fate>): Promise<Fate> {
    say(texts.saving);
    section.setAttribute('aria-busy', 'true');
    show();
    const fate = await sending;
    section.removeAttribute('aria-busy');
    if (fate.kind === 'refused') say(texts.refused);
    if (fate.kind === 'unreachable') say(texts.failed);
    if (fate.kind === 'waiting') sayThatItWaits();
    if (fate.kind !== 'done') status?.scrollIntoView({ block: 'nearest' });
    return fate;
  }

  /** Sends what waits of this article's votes, and says what has become of it. */
  async function catchUp(): Promise<void> {
    const before = here().filter(({ waits }) => waits.length > 0);
    if (before.length === 0) return;
    sayThatItWaits();
    await deliverAll();
    const waits = here().flatMap((vote) => vote.waits);
    const refused = waits.filter((entry) => entry.refused);
    for (const { id } of refused) drop(id);
    show();
    const vote = current();
    if (refused.length > 0) say(texts.refused);
    else if (waits.length > 0) sayThatItWaits();
    else if (vote) say(vote.helpful ? texts.savedYes : texts.savedNo);
    else say(texts.withdrawn);
  }

  function sayThatItWaits(): void {
    say(navigator.onLine ? texts.waiting : texts.offline);
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
    if (withdrawal) withdrawal.hidden = votes().length === 0;
    if (reasons) reasons.hidden = vote?.helpful !== false || hasSaidWhy;
  }
}

function isSafe({ kind }: Fate): boolean {
  return kind === 'done' || kind === 'waiting';
}
