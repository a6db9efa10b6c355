import { today } from '../day.ts';
import { keep, kept, keysOf, OUTBOX } from '../kept.ts';
import { type Reply, send } from './collector.ts';
import { METHODS, makingRoom, usableOf, type Waiting } from './waiting.ts';

/** What was last sent for each submission, until it is answered: what follows it waits for that. */
const underway = new Map<string, { request: string; reply: Promise<Reply> }>();

/** What waits on this device, the oldest first. */
export function waiting(): Waiting[] {
  return usableOf(keysOf(OUTBOX).map(kept), today());
}

/**
 * Keeps a submission on this device until it is delivered. Do so before the first try: then it outlives a page that
 * is closed while it is sent. A change joins one that waits, and what is to be deleted need not be changed before.
 *
 * @returns whether it is kept: storage may be switched off or full
 */
export function putIn(entry: Waiting): boolean {
  const leaving = makingRoom(waiting(), entry);
  if (!leaving) return false;
  for (const other of leaving) takeOut(other);
  const earlier = entry.method === 'PATCH' ? found(entry) : undefined;
  const joined = {
    ...entry,
    body: { ...earlier?.body, ...entry.body },
    keeps: { ...earlier?.keeps, ...entry.keeps },
  };
  keep(nameOf(entry), joined);
  const isKept = isAlike(kept(nameOf(entry)), joined);
  if (isKept && entry.method === 'DELETE') takeOut({ ...entry, method: 'PATCH' });
  return isKept;
}

/** Takes a submission out again, whether or not it was delivered. */
export function takeOut(entry: Pick<Waiting, 'id' | 'method'>): void {
  keep(nameOf(entry), undefined);
}

/**
 * Sends a submission, and before it what has to arrive before it. Once the collector has stored it, it is out of the
 * outbox, and its receipt is kept where the entry asks for it. What was refused stays marked as such, and is not sent
 * again; everything else stays as it is.
 */
export function deliver(entry: Waiting): Promise<Reply> {
  const { id, method, body } = entry;
  const request = JSON.stringify([method, body]);
  const before = underway.get(id);
  // Nothing is sent twice at once from one page.
  if (before?.request === request) return before.reply;
  const isKept = found(entry) !== undefined;
  const reply = (before?.reply ?? Promise.resolve()).then(() => sendInOrder(entry, isKept));
  underway.set(id, { request, reply });
  void reply.then(() => {
    if (underway.get(id)?.reply === reply) underway.delete(id);
  });
  return reply;
}

/** What became of a submission: where it is `unreachable`, it is nowhere; where it is `waiting`, on this device. */
export type Fate = Reply | { kind: 'waiting' };

/** Keeps a submission and sends it. One that is refused does not stay: its reader is told at once. */
export async function submit(entry: Waiting): Promise<Fate> {
  const isKept = putIn(entry);
  const reply = await deliver(entry);
  if (reply.kind === 'refused') drop(entry.id);
  return reply.kind === 'unreachable' && isKept ? { kind: 'waiting' } : reply;
}

/** Takes out all that waits for a submission. */
export function drop(id: string): void {
  for (const method of METHODS) takeOut({ id, method });
}

/** Sends all that waits; an entry that fails, or hangs, keeps none of the others from being sent. */
export async function deliverAll(): Promise<void> {
  const entries = waiting();
  // Entries that are too old, and what is no entry at all, go.
  for (const key of keysOf(OUTBOX)) if (!entries.some((entry) => nameOf(entry) === key)) keep(key, undefined);
  // What follows a submission brings it along.
  const last = entries.filter(({ id, method }) => method !== 'POST' || !entries.some(isLaterOf(id)));
  await Promise.all(last.map((entry) => !entry.refused && deliver(entry)));
}

/** @param isKept whether it waited when its turn was asked for */
async function sendInOrder(entry: Waiting, isKept: boolean): Promise<Reply> {
  const first = entry.method === 'POST' ? undefined : found({ ...entry, method: 'POST' });
  if (first) {
    const reply: Reply = first.refused ? { kind: 'refused', status: 0 } : await sendNow(first);
    if (reply.kind !== 'done') return reply;
  }
  // Meanwhile a further change may have joined it, and gone with it; or another page has sent it.
  const now = found(entry);
  if (isKept && !now) return { kind: 'done', ...receiptFor(entry) };
  return sendNow(now ?? entry);
}

async function sendNow(entry: Waiting): Promise<Reply> {
  const { id, method, address, body, receiptKey } = entry;
  const signed: { receipt?: string } = method === 'POST' ? body : { ...receiptFor(entry), ...body };
  if (method !== 'POST' && !signed.receipt) return { kind: 'unreachable' };
  // Noted before: nobody knows what becomes of it if the page is closed meanwhile.
  if (navigator.onLine) note(entry, { tried: true });
  const isKept = found(entry) !== undefined;
  const reply = await send(method, method === 'POST' ? address : `${address}/${id}`, signed);
  // What the collector does not know (any more) is gone, as the reader wished or not.
  const isGone = method !== 'POST' && reply.kind === 'refused' && reply.status === 404;
  if (isGone && receiptKey) keep(receiptKey, undefined);
  if (isGone) takeOut(entry);
  if (reply.kind === 'done' || (isGone && method === 'DELETE')) {
    // Otherwise another tab has sent it too, and may have changed or withdrawn it since.
    if (reply.kind === 'done' && (!isKept || found(entry))) keepReceipt(entry, reply.receipt);
    // A change that has joined it since is yet to be sent.
    if (isAlike(found(entry)?.body, body)) takeOut(entry);
    return reply.kind === 'done' ? reply : { kind: 'done' };
  }
  if (reply.kind === 'refused') note(entry, { refused: true });
  else if (navigator.onLine) note(entry, { tried: true });
  return reply;
}

/** The receipt of a submission that is stored, if this browser keeps it. */
function receiptFor({ id, receiptKey }: Waiting): { receipt?: string } {
  const known = (kept(receiptKey ?? '') ?? {}) as { id?: string; receipt?: string };
  return known.id === id ? { receipt: known.receipt } : {};
}

/** Keeps what the collector has stored where the entry asks for it. */
function keepReceipt(entry: Waiting, receipt: string | undefined): void {
  const { id, method, day, receiptKey, keeps } = entry;
  if (!receiptKey) return;
  const other = kept(receiptKey) as { id?: string } | null;
  // With each of them its submission can be withdrawn.
  if (other?.id && other.id !== id) keep(`${receiptKey}:${other.id}`, other);
  if (method === 'DELETE') keep(receiptKey, undefined);
  else if (receipt) keep(receiptKey, { ...keeps, id, receipt, day });
  else if (receiptFor(entry).receipt) keep(receiptKey, { ...(kept(receiptKey) as object), ...keeps });
}

/** Notes what has become of an entry, if it still waits as it was sent. */
function note(entry: Waiting, changes: Pick<Waiting, 'tried' | 'refused'>): void {
  const now = found(entry);
  if (now && isAlike(now.body, entry.body)) keep(nameOf(entry), { ...now, ...changes });
}

function found(entry: Pick<Waiting, 'id' | 'method'>): Waiting | undefined {
  return usableOf([kept(nameOf(entry))], today())[0];
}

function isLaterOf(id: string) {
  return (other: Waiting) => other.id === id && other.method !== 'POST';
}

function nameOf({ id, method }: Pick<Waiting, 'id' | 'method'>): string {
  return `${OUTBOX}${id}:${method}`;
}

function isAlike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
