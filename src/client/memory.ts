import { keep, kept } from './kept.ts';

/** What the browser remembers of a submission, so that its reader can change or withdraw it later. */
export interface Remembered {
  id: string;
  receipt: string;
  /** The wording that was voted on. */
  revision: string;
  helpful: boolean;
}

/** Reads what the reader sent from this browser. */
export function recall(key: string): Remembered[] {
  const list = kept(key);
  return Array.isArray(list) ? list : [];
}

/** Keeps what the reader has sent; nothing at all where the list is empty. */
export function remember(key: string, submissions: readonly Remembered[]): void {
  keep(key, submissions.length > 0 ? submissions : undefined);
}
