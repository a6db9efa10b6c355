import { keepInTab, keptInTab } from './kept.ts';
import { isCounted } from './objects.ts';

/** Reading an article takes less; what a reader does later no longer has to do with what led there. */
const THIRTY_MINUTES = 30 * 60 * 1000;

/**
 * Notes in this tab what the reader just did, so that what follows can be counted with it. Nothing is noted where
 * nothing is counted.
 */
export function note(key: string, what: Readonly<Record<string, string>>): void {
  if (!isCounted()) return;
  keepInTab(key, { ...what, at: Date.now() });
}

/** What was noted in the last thirty minutes. Other pages of the host can write there too. */
export function noted(key: string): Readonly<Record<string, unknown>> {
  const found = (keptInTab(key) ?? {}) as Record<string, unknown>;
  if (Math.abs(Date.now() - Number(found.at)) <= THIRTY_MINUTES) return found;
  forgetNote(key);
  return {};
}

/** Forgets a note, once it has been counted. */
export function forgetNote(key: string): void {
  keepInTab(key, undefined);
}
