/** What the browser remembers of a submission, so that its reader can change or withdraw it later. */
export interface Remembered {
  id: string;
  receipt: string;
  helpful?: boolean;
}

/** Reads what the reader sent from this browser. Storage may be switched off: then nothing is remembered. */
export function recall(key: string): Remembered | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a submission after the reader has made it. */
export function remember(key: string, submission: Remembered): void {
  try {
    localStorage.setItem(key, JSON.stringify(submission));
  } catch {
    // Without storage the vote still counts; only a later change of mind is not possible.
  }
}

/** Forgets a submission that was withdrawn. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
