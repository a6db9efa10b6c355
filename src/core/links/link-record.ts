import { z } from 'zod';
import type { Day } from '../calendar.ts';
import { day } from '../fields.ts';
import { isThere, LINK_ANSWERS, type LinkOutcome } from './link-outcome.ts';

/**
 * What is known of an address outside of the help centre.
 *
 * - `fine`: it was there when it was last seen clearly.
 * - `missing`: it was not there on one day, which may be a mishap.
 * - `dead`: it was not there on two different days, and never in between.
 * - `unknown`: no answer has been clear yet.
 */
const LINK_STATES = ['fine', 'missing', 'dead', 'unknown'] as const;

/** What the runs of `npm run links` have learnt about one address. */
export const linkRecordSchema = z.strictObject({
  /** Without the place in the page. E.g. `https://example.com/terms` */
  address: z.string(),
  state: z.enum(LINK_STATES),
  /** Day of the last run that asked for it. */
  checked: day,
  /** What the last run got, which may be less clear than what is known. */
  answer: z.enum(LINK_ANSWERS),
  /** Last day on which it was there. */
  lastSeen: day.optional(),
  /** First and last day on which it was not there, and what was answered last; only since it was last there. */
  firstMissing: day.optional(),
  lastMissing: day.optional(),
  missingBecause: z.enum(LINK_ANSWERS).optional(),
  /** Where it has moved for good. */
  movedTo: z.string().optional(),
  /** It leads to the home page of its site, though it names a page deeper in. */
  leadsHome: z.literal(true).optional(),
  /** Digest of the words on the page, where an article depends on them. */
  content: z.string().optional(),
  /** Day on which these words were first seen instead of others. */
  contentChanged: day.optional(),
});
export type LinkRecord = z.infer<typeof linkRecordSchema>;

/** The name under which an address is known: without the place in the page, which no server is asked for. */
export function linkKey(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  url.hash = '';
  return url.href;
}

/**
 * What is known of an address after one more run. An answer that tells nothing neither confirms nor clears what
 * was known before; a page that is there clears everything.
 *
 * @example
 * nextRecord({ address, state: 'missing', firstMissing: '2026-03-01', … }, { answer: 'not-found' }, '2026-03-08')
 * // { address, state: 'dead', firstMissing: '2026-03-01', checked: '2026-03-08', … }
 */
export function nextRecord(
  earlier: LinkRecord | undefined,
  address: string,
  outcome: LinkOutcome,
  today: Day,
): LinkRecord {
  const asked = { checked: today, answer: outcome.answer };
  const there = isThere(outcome.answer);
  if (there === undefined) return { ...(earlier ?? { address, state: 'unknown' }), ...asked };
  const known = { address, ...asked, ...contentAfter(earlier, outcome, today) };
  if (there) {
    return {
      ...known,
      state: 'fine',
      lastSeen: today,
      ...(outcome.movedTo !== undefined && { movedTo: outcome.movedTo }),
      ...(outcome.leadsHome && { leadsHome: true }),
    };
  }
  const { lastSeen, firstMissing = today, lastMissing = today } = earlier ?? {};
  const days = [firstMissing, lastMissing, today].sort();
  return {
    ...known,
    ...(lastSeen !== undefined && { lastSeen }),
    state: days[0] === days[2] ? 'missing' : 'dead',
    firstMissing: days[0],
    lastMissing: days[2],
    missingBecause: outcome.answer,
  };
}

function contentAfter(
  earlier: LinkRecord | undefined,
  { content = earlier?.content }: LinkOutcome,
  today: Day,
): Pick<LinkRecord, 'content' | 'contentChanged'> {
  if (content === undefined) return {};
  const hasChanged = earlier?.content !== undefined && earlier.content !== content;
  const contentChanged = hasChanged ? today : earlier?.contentChanged;
  return { content, ...(contentChanged !== undefined && { contentChanged }) };
}

/**
 * The day on which other words were first seen at an address, if that was after a day; `undefined` where they are
 * the same, or where nothing is known of them.
 *
 * @example changedSince(records, 'https://example.com/terms', '2026-03-01') // '2026-04-12'
 */
export function changedSince(
  records: ReadonlyMap<string, LinkRecord>,
  address: string,
  since: Day,
): Day | undefined {
  const changed = records.get(linkKey(address))?.contentChanged;
  return changed !== undefined && changed > since ? changed : undefined;
}
