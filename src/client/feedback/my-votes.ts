import { writtenDay } from '../day.ts';
import { element } from '../result-parts.ts';
import type { ScriptTexts } from '../texts.ts';
import type { MySubmission } from './my-submission-item.ts';
import { storedSubmission } from './own-submission.ts';
import { forgetVote, isLeaving, type OwnVote, ownVotes, withdrawVote } from './own-votes.ts';

/** The votes that were sent from this browser, or wait. */
export function myVotes({ dataset }: HTMLElement, { t }: ScriptTexts): MySubmission[] {
  const address = new URL(dataset.votes ?? '', location.href).href;
  const { lang } = document.documentElement;
  return ownVotes().map((vote) => ({
    title: vote.title || vote.article,
    // Other pages of the host can write there too: only a path on it becomes a link.
    ...(/^\/(?![/\\])/.test(vote.path) && { path: vote.path }),
    day: vote.day,
    said: t(vote.helpful ? 'mine.vote.yes' : 'mine.vote.no', { day: writtenDay(vote.day, lang) }),
    state: stateOf(vote),
    stored: () => storedSubmission(`${address}/${vote.id}`, vote.receipt ?? ''),
    details: ({ reason, comment }) => [
      ...(reason ? [element('p', '', t('mine.reason', { reason: t(`reason.${reason}`) }))] : []),
      ...(comment ? [element('p', 'mine-said', t('mine.comment', { comment }))] : []),
    ],
    withdraw: () => withdrawVote(address, vote),
    forget: () => forgetVote(vote),
  }));
}

function stateOf(vote: OwnVote): MySubmission['state'] {
  if (vote.waits.some(({ refused }) => refused)) return 'refused';
  if (isLeaving(vote)) return 'leaving';
  return vote.waits.length > 0 ? 'waiting' : undefined;
}
