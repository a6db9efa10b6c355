import { inThread } from '../../readers/in-thread.ts';
import { oneAtATime } from './one-at-a-time.ts';

/**
 * The summary of the store at a place as JSON, made in a thread of its own, so that no vote waits for it: of a million
 * votes it takes about a second. One is made at a time, however many ask.
 *
 * @returns `undefined` for a store in memory, which no other thread can see
 * @example createCollector({ store, summary: summaryBeside('data/feedback.db'), … })
 */
export function summaryBeside(place: string): (() => Promise<Uint8Array<ArrayBuffer>>) | undefined {
  if (place === ':memory:') return undefined;
  const thread = new URL('./summary-thread.ts', import.meta.url);
  return oneAtATime(() => inThread(thread, place, { inBackground: true }));
}
