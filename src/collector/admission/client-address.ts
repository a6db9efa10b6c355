import { BlockList, isIP, isIPv4 } from 'node:net';
import type { Context } from 'hono';
import { UserError } from '../../core/user-error.ts';
import { type Env, headerOf } from '../service.ts';

/** Proxies whose word on where a request came from is taken. */
export interface TrustedProxies {
  /** Is there none? */
  readonly none: boolean;
  has(address: string): boolean;
}

const MOST_FOUND = 1000;

/**
 * Reads a list of addresses and ranges, IPv4 and IPv6, with commas between them.
 *
 * @throws UserError if one of them is neither
 *
 * @example
 * readTrustedProxies('127.0.0.1, 10.0.0.0/8, 2001:db8::/32').has('10.1.2.3'); // true
 */
export function readTrustedProxies(text = ''): TrustedProxies {
  const list = new BlockList();
  const entries = text.split(',').flatMap((entry) => entry.trim() || []);
  for (const entry of entries) {
    const { 0: address = '', 1: length, length: parts } = entry.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    const bits = family === 'ipv4' ? 32 : 128;
    const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
    if (isIP(address) === 0 || address.includes('%') || parts > 2 || !(prefix <= bits))
      throw unreadable(entry);
    list.addSubnet(address, prefix, family);
  }
  // Of the few proxies, each is looked for in the list once. Nobody else's address is kept.
  const found = new Set<string>();
  return {
    none: entries.length === 0,
    has(address) {
      if (found.has(address)) return true;
      if (isIP(address) === 0 || !list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')) return false;
      if (found.size < MOST_FOUND) found.add(address);
      return true;
    },
  };
}

function unreadable(entry: string): UserError {
  return new UserError(
    `TRUSTED_PROXIES names ${JSON.stringify(entry)}, which is no address and no range of addresses.`,
    'Write addresses or ranges with commas between them, e.g. TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8,2001:db8::/32',
  );
}

/**
 * The address that a request came from: the other end of the connection, or, where that is a trusted proxy, whom the
 * proxy names in `X-Forwarded-For`. Every hop adds to the right, so that side is read first, and nothing is believed that
 * stands left of an address which is not trusted: whoever sends can write it.
 *
 * `Forwarded` (RFC 7239) is not looked at: proxies pass on unread what a sender wrote there.
 */
export function addressOf(c: Context<Env>, proxies: TrustedProxies): string | undefined {
  let address = normal(c.env?.incoming?.socket.remoteAddress ?? '');
  const hops = (headerOf(c, 'X-Forwarded-For') ?? '').split(',');
  while (address !== undefined && proxies.has(address)) {
    const hop = normal(hops.pop() ?? '');
    if (hop === undefined) break;
    address = hop;
  }
  return address;
}

/**
 * The place that an address stands for: an IPv4 address by itself, of an IPv6 address the first half, since whoever has
 * one address has all of the other half.
 */
export function placeOf(address: string | undefined): string {
  if (address === undefined || isIPv4(address)) return address ?? '';
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  if (tail !== undefined) {
    const after = tail.split(':').filter(Boolean);
    groups.push(...Array<string>(8 - groups.length - after.length).fill('0'), ...after);
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** An address as it is always written, without a port or a zone; `undefined` if it is none. */
function normal(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '');
  if (isIPv4(bare)) return bare;
  if (isIP(bare) === 0) return undefined;
  const short = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(short) ?? [];
  if (high === undefined || low === undefined) return short;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join('.');
}
