import { objects } from '../objects.ts';
import { uuid } from '../uuid.ts';
import { send } from './collector.ts';

type Kind = 'view' | 'search' | 'open' | 'contact' | 'instead' | 'solved';
type Signal = { kind: Kind; id?: string } & Record<string, unknown>;

/**
 * Counts something that a reader did, without saying who. Nothing is sent where the site does not ask for it, or
 * where the browser sends Do Not Track or Global Privacy Control. An `id` is only needed where another signal
 * refers to this one.
 */
export function signal(what: Signal): void {
  const address = document.body.dataset.signals;
  if (!address || objects()) return;
  void send('POST', address, [{ id: uuid(), locale: document.documentElement.lang, ...what }]);
}
