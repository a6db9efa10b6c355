import { type Day, dayOf } from '../calendar.ts';
import type { VoteDay } from './audit-feedback.ts';

/** Milliseconds. */
const A_DAY = 86_400_000;

/**
 * A vote as one number, so that a million of them fit into little room: twice its day, counted from 1970 in UTC, and
 * one more for "yes".
 *
 * @param received in milliseconds since 1970
 */
export function markOf(received: number, helpful: boolean): number {
  return 2 * Math.floor(received / A_DAY) + (helpful ? 1 : 0);
}

/** Names days by their number, each with one text however often it is asked for. */
export function dayNames(): (number: number) => Day {
  const names = new Map<number, Day>();
  return (number) => {
    const known = names.get(number) ?? dayOf(new Date(number * A_DAY));
    names.set(number, known);
    return known;
  };
}

/** Votes, as {@link markOf} writes them, put together by day, in the order of time. */
export function voteDaysOf(marks: readonly number[], nameOf: (number: number) => Day): VoteDay[] {
  const days: VoteDay[] = [];
  let last: number | undefined;
  // A typed array is sorted by number without asking how two of them compare, a million times over.
  for (const mark of Int32Array.from(marks).sort()) {
    const number = Math.floor(mark / 2);
    if (number !== last) days.push({ day: nameOf(number), helpful: 0, unhelpful: 0 });
    last = number;
    const day = days.at(-1) as VoteDay;
    if (mark % 2 === 0) day.unhelpful += 1;
    else day.helpful += 1;
  }
  return days;
}
