import { send } from '../feedback/collector.ts';
import { deliver, takeOut, waiting } from '../feedback/outbox.ts';
import type { Waiting } from '../feedback/waiting.ts';
import { keep, kept, keysOf, SENT_KEY } from '../kept.ts';

/** A sheet that the collector has stored, as this browser remembers it. */
export interface SentSheet {
  id: string;
  receipt: string;
  /** Day on which the reader sent it. */
  day: string;
}

/** The sheet that was sent last from this browser, if it has not been withdrawn. */
export function sentSheet(): SentSheet | undefined {
  return sheetAt(SENT_KEY);
}

/** All sheets that were sent from this browser and not withdrawn. */
export function sentSheets(): SentSheet[] {
  const sheets = keysOf(SENT_KEY).flatMap((key) => sheetAt(key) ?? []);
  return [...new Map(sheets.map((sheet) => [sheet.id, sheet])).values()];
}

/** Forgets a sheet in this browser. */
export function forgetSheet(id: string): void {
  if (sentSheet()?.id === id) keep(SENT_KEY, undefined);
  keep(`${SENT_KEY}:${id}`, undefined);
}

function sheetAt(key: string): SentSheet | undefined {
  const { id, receipt, day } = (kept(key) ?? {}) as Record<string, unknown>;
  const isThere =
    typeof id === 'string' && typeof receipt === 'string' && !Number.isNaN(Date.parse(String(day)));
  return isThere ? { id, receipt, day: String(day) } : undefined;
}

/** Withdraws a sheet that is stored. `false` if it could not be done. */
export async function withdrawSent(
  action: string,
  { id, receipt }: Omit<SentSheet, 'day'>,
): Promise<boolean> {
  const reply = await send('DELETE', `${action}/${id}`, { receipt });
  // A sheet that the collector no longer knows is gone already.
  const isGone = reply.kind === 'done' || (reply.kind === 'refused' && reply.status === 404);
  if (isGone) forgetSheet(id);
  return isGone;
}

/** Withdraws a sheet that waits on this device. If it may have arrived after all, it is delivered first, then deleted. */
export async function withdrawWaiting(action: string, entry: Waiting): Promise<boolean> {
  const isTried = waiting().find(({ id }) => id === entry.id)?.tried;
  if (isTried) {
    const reply = await deliver(entry);
    if (reply.kind === 'unreachable') return false;
    if (reply.kind === 'done') return withdrawSent(action, { id: entry.id, receipt: reply.receipt ?? '' });
  }
  takeOut(entry);
  return true;
}
