import { type Day, daysBetween } from '../core/calendar.ts';

/** Submissions that wait at most; a further one is not taken, so that none that was promised is lost. */
export const MOST_WAITING = 20;
/** Days for which a submission, or a survey that was begun, stays on the device. */
const DAYS_KEPT = 7;

/** A submission that stays on the device until the collector has said that it is stored. */
export interface Waiting {
  /** Id of the submission: however often it is sent, it counts once. */
  id: string;
  method: 'POST' | 'PATCH' | 'DELETE';
  /** Where it goes, e.g. `https://help.example.com/api/answers`. */
  address: string;
  body: unknown;
  /** Day on which the reader sent it. */
  day: Day;
  /** Name under which `{id, receipt, day}` is kept once it is stored. */
  receiptKey?: string;
  /** It was sent, and nobody knows whether it arrived. */
  tried?: boolean;
  /** The collector will not have it: it is not sent again, and its page can tell the reader. */
  refused?: boolean;
}

/**
 * What of a kept outbox can still be sent, the oldest first. Entries that are older than a week are gone, and so is
 * whatever is no entry: it must not keep others from being sent.
 *
 * @param value as it was kept, perhaps by somebody else
 */
export function usableOf(value: unknown, day: Day): Waiting[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list
    .filter(isWaiting)
    .filter((entry) => isRecent(entry.day, day))
    .slice(0, MOST_WAITING);
}

/** Was it at most a week ago? A day that is yet to come was written by a wrong clock, and nobody knows how long ago. */
export function isRecent(day: Day, today: Day): boolean {
  const days = daysBetween(day, today);
  return days >= -1 && days <= DAYS_KEPT;
}

/** The outbox with an entry more, in the place of an earlier try of the same; `undefined` if it is full. */
export function withEntry(entries: readonly Waiting[], entry: Waiting): Waiting[] | undefined {
  const others = entries.filter((other) => !isSame(other, entry));
  // What was refused waits for nothing but to be told: it makes room.
  const kept = others.length < MOST_WAITING ? others : others.filter(({ refused }) => !refused);
  return kept.length < MOST_WAITING ? [...kept, entry] : undefined;
}

/** The outbox without an entry. */
export function withoutEntry(entries: readonly Waiting[], entry: Waiting): Waiting[] {
  return entries.filter((other) => !isSame(other, entry));
}

/** Are both the same submission? */
export function isSame(a: Waiting, b: Waiting): boolean {
  return a.id === b.id && a.method === b.method;
}

function isWaiting(value: unknown): value is Waiting {
  const { id, method, address, day, body } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof day === 'string' &&
    typeof address === 'string' &&
    /^https?:\/\//.test(address) &&
    ['POST', 'PATCH', 'DELETE'].includes(String(method)) &&
    typeof body === 'object' &&
    body !== null
  );
}
