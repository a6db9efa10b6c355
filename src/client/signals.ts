import { send } from './collector.ts';
import { uuid } from './uuid.ts';

type Signal = { kind: 'view' | 'search' | 'open' | 'contact' | 'solved' } & Record<string, unknown>;

/**
 * Counts something that a reader did, without saying who. Nothing is sent where the site does not ask for it, or
 * where the browser sends Do Not Track or Global Privacy Control.
 *
 * @returns the id of the signal, to which another may refer
 */
export function signal(what: Signal): string {
  const id = uuid();
  const address = document.body.dataset.signals;
  if (address && !objects())
    void send('POST', address, [{ id, locale: document.documentElement.lang, ...what }]);
  return id;
}

function objects(): boolean {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return globalPrivacyControl === true || doNotTrack === '1';
}
