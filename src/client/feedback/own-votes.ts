import { today } from '../day.ts';
import { keep, kept, keysOf } from '../kept.ts';
import { drop, type Fate, submit, waiting } from './outbox.ts';
import type { Waiting } from './waiting.ts';

/** What the name of each vote begins with that was sent from this browser; its id follows. */
const VOTE = 'kundig:vote:';

/** What is kept of a vote, so that its reader can see, change or withdraw it later. */
export interface VoteNote {
  article: string;
  locale: string;
  /** The wording that was voted on. */
  revision: string;
  helpful: boolean;
  /** Name and path of the article's page. */
  title: string;
  path: string;
}

/** A vote that was sent from this browser, as the reader wants it to be. */
export interface OwnVote extends VoteNote {
  id: string;
  /** Missing until the vote is stored. */
  receipt?: string;
  day: string;
  /** What of it waits to be sent: the vote itself, a change, its withdrawal. */
  waits: Waiting[];
}

/** The votes that were sent from this browser and not withdrawn, and those that wait. */
export function ownVotes(): OwnVote[] {
  const entries = waiting().filter(({ receiptKey }) => receiptKey?.startsWith(VOTE));
  const keys = new Set([...keysOf(VOTE), ...entries.map(({ receiptKey = '' }) => receiptKey)]);
  return [...keys].map((key) => voteFrom(key, entries)).filter(isVote);
}

/** Is its withdrawal on the way? */
export function isLeaving({ waits }: OwnVote): boolean {
  return waits.some(({ method }) => method === 'DELETE');
}

/** Forgets a vote in this browser. */
export function forgetVote({ id }: OwnVote): void {
  drop(id);
  keep(`${VOTE}${id}`, undefined);
}

/** A vote, a change or a withdrawal as it waits in the outbox. */
export function voteRequest(
  address: string,
  method: Waiting['method'],
  id: string,
  body: object,
  keeps?: Partial<VoteNote>,
): Waiting {
  return { id, method, address, body, day: today(), receiptKey: `${VOTE}${id}`, ...(keeps && { keeps }) };
}

/** Withdraws a vote. One that has surely never left this device needs nobody else. */
export async function withdrawVote(address: string, { id, receipt, waits }: OwnVote): Promise<Fate> {
  const unsent = waits.find(({ method }) => method === 'POST');
  if (unsent && (!unsent.tried || unsent.refused)) {
    drop(id);
    return { kind: 'done' };
  }
  return submit(voteRequest(address, 'DELETE', id, { receipt }));
}

function voteFrom(key: string, entries: readonly Waiting[]): Partial<OwnVote> {
  const waits = entries.filter(({ receiptKey }) => receiptKey === key);
  const keeps = waits.map((entry) => entry.keeps);
  return Object.assign({ day: waits[0]?.day }, kept(key), ...keeps, { id: key.slice(VOTE.length), waits });
}

/** Other pages of the host can write there too. */
function isVote(vote: Partial<OwnVote>): vote is OwnVote {
  const { article, locale, revision, day, helpful } = vote;
  return (
    [article, locale, revision, day].every((one) => typeof one === 'string') && typeof helpful === 'boolean'
  );
}
