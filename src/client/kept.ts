/** Where a survey is kept that was begun and not sent. */
export const DRAFT_KEY = 'kundig:survey-draft';
/** Where the receipt of the survey is kept that was sent last: `{id, receipt, day}`. */
export const SENT_KEY = 'kundig:survey-sent';
/** Where submissions are kept that wait to be sent. */
export const OUTBOX_KEY = 'kundig:outbox';

/** Reads what this browser keeps under a name. Storage may be switched off, or hold what somebody else wrote there. */
export function kept(key: string): unknown {
  return read(() => localStorage, key);
}

/** Keeps something in this browser, or with `undefined` nothing any more. */
export function keep(key: string, value: unknown): void {
  write(() => localStorage, key, value);
}

/** Reads what this tab keeps under a name; it goes when the tab is closed. */
export function keptInTab(key: string): unknown {
  return read(() => sessionStorage, key);
}

/** Keeps something in this tab, or with `undefined` nothing any more. */
export function keepInTab(key: string, value: unknown): void {
  write(() => sessionStorage, key, value);
}

// Where storage is switched off, even to name it throws.

function read(storage: () => Storage, key: string): unknown {
  try {
    return JSON.parse(storage().getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(storage: () => Storage, key: string, value: unknown): void {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
  } catch {
    // Without storage the page works all the same; it only starts anew each time.
  }
}
