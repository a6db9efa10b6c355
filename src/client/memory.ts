/** What the browser remembers of a submission, so that its reader can change or withdraw it later. */
export interface Remembered {
  id: string;
  receipt: string;
  /** The wording that was voted on. */
  revision: string;
  helpful: boolean;
}

/** Reads what the reader sent from this browser. Storage may be switched off: then nothing is remembered. */
export function recall(key: string): Remembered[] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** Keeps what the reader has sent; nothing at all where the list is empty. */
export function remember(key: string, submissions: readonly Remembered[]): void {
  try {
    if (submissions.length > 0) localStorage.setItem(key, JSON.stringify(submissions));
    else localStorage.removeItem(key);
  } catch {
    // Without storage the vote still counts; only a later change of mind is not possible.
  }
}
