import { keep, kept } from '../kept.ts';

const KEY = 'kundig:search-key';

/**
 * Does the key `/` lead to the search box? A single key can be pressed by accident, and by programs that turn speech
 * into keys, so readers may switch it off (WCAG 2.2, 2.1.4). Only that is kept in the browser.
 */
export function isSearchKeyOn(): boolean {
  return kept(KEY) !== false;
}

/** Switches the key on or off for every page. */
export function switchSearchKey(isOn: boolean): void {
  keep(KEY, isOn ? undefined : false);
}
