import type { Invitation } from '../core/site.ts';
import type { VoteStep } from './feedback/vote.ts';
import { invite } from './invitation-card.ts';

/** After a no, a reader who leaves the questions about it alone for so long is asked; in milliseconds. */
const LEFT_ALONE = 20_000;

/** When a reader is asked, for each place on a page where they can be. */
const moments: Record<Invitation, (place: HTMLElement) => void> = {
  vote: inviteAfterVote,
  corner: inviteAtTheEnd,
  contact: inviteAfterContact,
};

for (const place of document.querySelectorAll<HTMLElement>('[data-invitation]'))
  moments[place.dataset.invitation as Invitation](place);

/** Once the vote is done with: after a yes, or when the reason for a no was sent or is not wanted. */
function inviteAfterVote(place: HTMLElement): void {
  const section = place.closest<HTMLElement>('[data-vote]');
  const reasons = section?.querySelector<HTMLFormElement>('.vote-reason');
  if (!section || !reasons) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    waiting = setTimeout(() => (isBeingFilledIn(reasons) ? wait() : invite(place)), LEFT_ALONE);
  };
  section.addEventListener('kundig:vote', (event) => {
    clearTimeout(waiting);
    const { detail } = event as CustomEvent<VoteStep>;
    if (detail === 'done') invite(place);
    if (detail === 'asked-why') wait();
  });
}

function isBeingFilledIn(form: HTMLFormElement): boolean {
  const hasEntry = [...new FormData(form).values()].some((value) => value !== '');
  return hasEntry || form.contains(document.activeElement);
}

/** When the reader has come to the end of the article. */
function inviteAtTheEnd(place: HTMLElement): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    invite(place);
  });
  observer.observe(place);
}

/** After a way to a person was used, or an article has made it needless. */
function inviteAfterContact(place: HTMLElement): void {
  const article = new URLSearchParams(location.search).get('article');
  const link = place.querySelector('a');
  if (article && link) link.search += `&article=${encodeURIComponent(article)}`;
  const ask = () => invite(place);
  document.querySelector('[data-solved] button')?.addEventListener('click', ask);
  for (const channel of document.querySelectorAll<HTMLAnchorElement>('.channels a')) {
    // A link to another page takes the reader away: they are asked when they are back.
    const leaves = channel.protocol.startsWith('http');
    channel.addEventListener('click', leaves ? () => whenBack(ask) : ask);
  }
}

function whenBack(act: () => void): void {
  addEventListener('pageshow', act);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') act();
  });
}
