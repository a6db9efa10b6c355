import { type Day, daysBetween } from '../../core/calendar.ts';

/** Submissions that wait at most; a further one is not taken, so that none that was promised is lost. */
export const MOST_WAITING = 20;
/** Days for which a submission, or a survey that was begun, stays on the device. */
const DAYS_KEPT = 7;

/** What can be asked of the collector for one submission, in the order in which it must arrive. */
export const METHODS = ['POST', 'PATCH', 'DELETE'] as const;

/** A submission, a change of one or its withdrawal, that stays on the device until the collector has done it. */
export interface Waiting {
  /** Id of the submission: however often it is sent, it counts once. */
  id: string;
  method: (typeof METHODS)[number];
  /** Where submissions of the kind go, e.g. `https://help.example.com/api/answers`. */
  address: string;
  /** What is sent. A receipt that is not known yet is put in when it is sent. */
  body: object;
  /** Day on which the reader sent it. */
  day: Day;
  /** Name under which `{id, receipt, day}` is kept once it is stored, and no more once it is withdrawn. */
  receiptKey?: string;
  /** What else is kept there. */
  keeps?: object;
  /** It was sent, and nobody knows whether it arrived. */
  tried?: boolean;
  /** The collector will not have it: it is not sent again, and its page can tell the reader. */
  refused?: boolean;
}

/**
 * What of a kept outbox can still be sent, the oldest first. Entries that are older than a week are gone, and so is
 * whatever is no entry: it must not keep others from being sent.
 *
 * @param values as they were kept, perhaps by somebody else
 */
export function usableOf(values: readonly unknown[], day: Day): Waiting[] {
  return values
    .filter(isWaiting)
    .filter((entry) => isRecent(entry.day, day))
    .sort((a, b) => daysBetween(b.day, a.day) || METHODS.indexOf(a.method) - METHODS.indexOf(b.method));
}

/** Was it at most a week ago? A day that is yet to come was written by a wrong clock, and nobody knows how long ago. */
export function isRecent(day: Day, today: Day): boolean {
  const days = daysBetween(day, today);
  return days >= -1 && days <= DAYS_KEPT;
}

/**
 * Which entries must go so that one more can come: none, or what was refused, which waits for nothing but to be told.
 * `undefined` if there is no room. An earlier try of the same needs none.
 */
export function makingRoom(entries: readonly Waiting[], entry: Waiting): Waiting[] | undefined {
  const others = entries.filter((other) => !isSame(other, entry));
  if (others.length < MOST_WAITING) return [];
  const refused = others.filter((other) => other.refused);
  return refused.length > 0 ? refused : undefined;
}

/** Are both the same request? */
export function isSame(a: Waiting, b: Waiting): boolean {
  return a.id === b.id && a.method === b.method;
}

function isWaiting(value: unknown): value is Waiting {
  const { id, method, address, day, body } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof day === 'string' &&
    typeof address === 'string' &&
    /^https?:/.test(address) &&
    METHODS.some((known) => known === method) &&
    typeof body === 'object' &&
    body !== null
  );
}
