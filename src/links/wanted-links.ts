import type { Article } from '../core/article.ts';
import { externalLinks } from '../core/links/external-links.ts';
import type { LinkRecord } from '../core/links/link-record.ts';
import { isLocalUrl } from './local-addresses.ts';
import type { Wanted } from './look.ts';

/** What a run has to look at. */
export interface WantedLinks {
  /** What was looked at longest ago first, then by address. */
  wanted: Wanted[];
  /** Addresses on this machine or in its network, which only its own people can reach. */
  local: string[];
  /** What no browser could open either, as it is written. */
  malformed: string[];
}

/** Collects the addresses that articles name, each once. */
export function wantedLinks(
  articles: readonly Article[],
  earlier: ReadonlyMap<string, LinkRecord>,
  { allowLocal = false } = {},
): WantedLinks {
  /** Whether the words of the page are wanted too, by address. */
  const addresses = new Map<string, boolean>();
  for (const article of articles) {
    for (const [address, uses] of externalLinks(article)) {
      const content = uses.some(({ kind }) => kind === 'dependency');
      addresses.set(address, content || addresses.get(address) === true);
    }
  }
  const found: WantedLinks = { wanted: [], local: [], malformed: [] };
  for (const [address, content] of [...addresses].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const url = URL.parse(address);
    if (!url) found.malformed.push(address);
    else if (url.protocol === 'file:' || (!allowLocal && isLocalUrl(url))) found.local.push(address);
    else found.wanted.push({ address, ...(content && { content }) });
  }
  const checked = ({ address }: Wanted) => earlier.get(address)?.checked ?? '';
  found.wanted.sort((a, b) => (checked(a) < checked(b) ? -1 : checked(a) > checked(b) ? 1 : 0));
  return found;
}
