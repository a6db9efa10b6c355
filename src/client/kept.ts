/** Where a survey is kept that was begun and not sent. */
export const DRAFT_KEY = 'kundig:survey-draft';
/** Where the receipt of the survey is kept that was sent last: `{id, receipt, day}`. Earlier ones stand beside it, with their id. */
export const SENT_KEY = 'kundig:survey-sent';
/** What the name of each submission begins with that waits to be sent. */
export const OUTBOX = 'kundig:outbox:';

/** Reads what this browser keeps under a name. Storage may be switched off, or hold what somebody else wrote there. */
export function kept(key: string): unknown {
  return read(() => localStorage, key);
}

/** Keeps something in this browser, or with `undefined` nothing any more. */
export function keep(key: string, value: unknown): void {
  write(() => localStorage, key, value);
}

/** The names under which this browser keeps something, of those that begin so. */
export function keysOf(beginning: string): string[] {
  return keysIn(() => localStorage, beginning);
}

/** Forgets everything that this browser and this tab keep of the help centre. */
export function forgetAll(): void {
  for (const storage of [() => localStorage, () => sessionStorage])
    for (const key of keysIn(storage, 'kundig:')) write(storage, key, undefined);
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

function keysIn(storage: () => Storage, beginning: string): string[] {
  try {
    return Object.keys(storage()).filter((key) => key.startsWith(beginning));
  } catch {
    return [];
  }
}

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
