import { today } from '../day.ts';
import { DRAFT_KEY, keep, kept } from '../kept.ts';
import { deliverAll } from './outbox.ts';
import { isRecent } from './waiting.ts';

/** Sends what waits on this device, at once, whenever it is online again, and when the reader leaves; drops a survey begun too long ago. */
export function sendLater(): void {
  const { day } = (kept(DRAFT_KEY) ?? {}) as { day?: unknown };
  if (!isRecent(String(day), today())) keep(DRAFT_KEY, undefined);
  void deliverAll();
  for (const moment of ['online', 'pagehide']) addEventListener(moment, () => void deliverAll());
}
