import { type Reply, send } from './collector.ts';
import { today } from './day.ts';
import { keep, kept, OUTBOX_KEY } from './kept.ts';
import { isSame, usableOf, type Waiting, withEntry, withoutEntry } from './waiting.ts';

/** What is on its way at the moment: nothing is sent twice at once from one page. */
const underway = new Map<string, Promise<Reply>>();

/** What waits on this device, the oldest first. */
export function waiting(): Waiting[] {
  return usableOf(kept(OUTBOX_KEY), today());
}

/**
 * Keeps a submission on this device until it is delivered. Do so before the first try: then it outlives a page that
 * is closed while it is sent.
 *
 * @returns whether it is kept: storage may be switched off or full
 */
export function putIn(entry: Waiting): boolean {
  const entries = withEntry(waiting(), entry);
  if (!entries) return false;
  write(entries);
  return waiting().some((other) => isSame(other, entry));
}

/** Takes a submission out again, whether or not it was delivered. */
export function takeOut(entry: Waiting): void {
  write(withoutEntry(waiting(), entry));
}

/**
 * Sends a submission. Once the collector has stored it, it is out of the outbox, and its receipt is kept where the
 * entry asks for it. What was refused stays marked as such, and is not sent again; everything else stays as it is.
 */
export function deliver(entry: Waiting): Promise<Reply> {
  const key = `${entry.method} ${entry.id}`;
  const sending = underway.get(key) ?? sendNow(entry).finally(() => underway.delete(key));
  underway.set(key, sending);
  return sending;
}

/** Sends all that waits, one after the other; an entry that fails keeps none of the others from being sent. */
export async function deliverAll(): Promise<void> {
  const entries = waiting();
  // Entries that are too old, and what is no entry at all, go.
  write(entries);
  for (const entry of entries) if (!entry.refused) await deliver(entry);
}

async function sendNow(entry: Waiting): Promise<Reply> {
  const { id, method, address, body, day, receiptKey } = entry;
  const mayArrive = navigator.onLine;
  const reply = await send(method, address, body);
  if (reply.kind === 'done') {
    if (receiptKey && reply.receipt) keep(receiptKey, { id, receipt: reply.receipt, day });
    takeOut(entry);
  } else if (reply.kind === 'refused') {
    replace({ ...entry, refused: true });
  } else if (mayArrive || navigator.onLine) {
    replace({ ...entry, tried: true });
  }
  return reply;
}

/** Writes what has become of an entry, if it still waits. */
function replace(entry: Waiting): void {
  write(waiting().map((other) => (isSame(other, entry) ? entry : other)));
}

function write(entries: readonly Waiting[]): void {
  keep(OUTBOX_KEY, entries.length > 0 ? entries : undefined);
}
