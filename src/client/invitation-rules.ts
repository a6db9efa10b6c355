import type { Day } from '../core/calendar.ts';
import { isQuietTime } from './quiet-time.ts';

/** What is known when a reader might be asked to fill in the survey. */
export interface InvitationSituation {
  /** Address of the page from which the reader came; empty where a visit begins. A reload does not change it. */
  from: string;
  /** Address below which every page of the help centre stands, e.g. `https://example.com/help/`. */
  home: string;
  today: Day;
  /** What the browser keeps of the last invitation: `{ day }` when it was shown, `{ never: true }` once declined. */
  asked: unknown;
  /** What the browser keeps of the last survey that was sent: `{ day }` when that was, and more. */
  sent: unknown;
}

/**
 * May the reader be asked? Not on the first page of a visit, not within 90 days of the last time or of filling in the
 * survey, and never again once they said no.
 */
export function mayInvite({ from, home, today, asked, sent }: InvitationSituation): boolean {
  return (
    from.startsWith(home) && !hasDeclined(asked) && !isQuietTime(asked, today) && !isQuietTime(sent, today)
  );
}

/**
 * Is this visit among those in which readers are asked at all?
 *
 * @param drawn what the tab keeps of the draw; a visit is drawn once
 * @param share share of visits that are, from 0 to 1
 * @param random a number from 0 up to, but not including, 1
 */
export function isDrawn(drawn: unknown, share: number, random: () => number): boolean {
  return typeof drawn === 'boolean' ? drawn : random() < share;
}

function hasDeclined(asked: unknown): boolean {
  return (asked as { never?: unknown } | null)?.never === true;
}
