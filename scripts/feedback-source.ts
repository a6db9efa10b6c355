import { existsSync, statSync } from 'node:fs';
import type { AuditFeedback, AuditPeriod } from '../src/core/audit-feedback/audit-feedback.ts';
import { AuditTally } from '../src/core/audit-feedback/audit-tally.ts';
import { type PackedFeedback, unpacked } from '../src/core/audit-feedback/packed-feedback.ts';
import type { Submission } from '../src/core/feedback.ts';
import { UserError } from '../src/core/user-error.ts';
import { readCollector } from '../src/readers/collector-feedback.ts';
import { readExport } from '../src/readers/exported-feedback.ts';
import { inThread } from '../src/readers/in-thread.ts';
import { openStore } from '../src/stores/open.ts';

/**
 * Reads what readers said and did, wherever it is kept: a file of the embedded store, a PostgreSQL database
 * (`postgres://…`), a running collector (`https://…`, with the token in `FEEDBACK_TOKEN`), or what one exported
 * (`….jsonl`).
 *
 * @throws {UserError} if the place does not exist, nobody has voted there, or it cannot be read
 * @example await feedbackFrom('data/feedback.db', { until: '2026-03-31', recentFrom: '2026-01-01' })
 */
export async function feedbackFrom(place: string, period: AuditPeriod): Promise<AuditFeedback> {
  if (place.trim() !== '' && !isAddress(place)) {
    if (!existsSync(place)) throw noVotes(`${place} does not exist.`);
    // A store would put its tables there, and an audit only reads.
    const file = statSync(place);
    if (file.isFile() && file.size === 0) throw noVotes(`nobody has left one in ${place}.`);
  }
  const feedback = await read(place, period);
  if (feedback.articles.some(({ days }) => days.length > 0)) return feedback;
  // An address may hold a password.
  const where = isAddress(place) ? (URL.parse(place)?.host ?? 'that address') : place;
  if (feedback.aside.some(({ kind }) => kind === 'vote')) {
    throw noVotes(`whatever ${where} holds was set aside and does not count, or is no vote.`);
  }
  throw feedback.later > 0
    ? noVotes(`whatever ${where} holds came in after ${period.until}, or is no vote.`)
    : noVotes(`nobody has left one in ${where}.`);
}

/**
 * The same in a thread of its own, while this one does something else.
 *
 * @param signal ends it before it is done
 */
export async function feedbackBeside(
  place: string,
  period: AuditPeriod,
  signal: AbortSignal,
): Promise<AuditFeedback> {
  const thread = new URL('./feedback-thread.ts', import.meta.url);
  return unpacked(await inThread<PackedFeedback>(thread, { place, period }, { signal }));
}

/**
 * How to read what is kept at a place that is no store: a running collector, or what one exported. It hands over the
 * submissions one after the other. `undefined` for a store, which {@link openStore} opens.
 *
 * @example await readerOf('feedback.jsonl')?.((submission) => tally.add(submission))
 */
export function readerOf(
  place: string,
): ((take: (submission: Submission) => void) => Promise<void>) | undefined {
  if (/^https?:\/\//i.test(place)) {
    const token = process.env.FEEDBACK_TOKEN;
    return (take) => readCollector(place, { token, take });
  }
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(place) && !isAddress(place)) {
    return (take) => readExport(place, take);
  }
  return undefined;
}

/** Is it an address rather than a file? */
export function isAddress(place: string): boolean {
  return place.includes('://');
}

async function read(place: string, period: AuditPeriod): Promise<AuditFeedback> {
  const readAll = readerOf(place);
  if (readAll) return tallied(period, readAll);
  const store = await openStore(place);
  try {
    return await store.auditFeedback(period);
  } finally {
    await store.close();
  }
}

async function tallied(
  period: AuditPeriod,
  readAll: (take: (submission: Submission) => void) => Promise<void>,
): Promise<AuditFeedback> {
  const tally = new AuditTally(period);
  await readAll((submission) => tally.add(submission));
  return tally.feedback();
}

function noVotes(why: string): UserError {
  return new UserError(
    `There are no votes: ${why}`,
    'Readers vote on a site with its collector: `npm start`. --feedback names another place where votes may be. ' +
      'For an audit of all the rest: `npm run audit -- --without votes`',
  );
}
