import { networkInterfaces } from 'node:os';
import type { Site } from '../../core/site.ts';
import { UserError } from '../../core/user-error.ts';

/** Whose pages may send, as browsers write it: `https://help.example.com`. */
export interface Origins {
  /** Where the collector itself is reached: pages there ask their own host. */
  own: Set<string>;
  /** Where else the pages stand. */
  others: Set<string>;
}

/**
 * The origins of a help centre's pages.
 *
 * @param more further ones, separated by commas, for what else serves the pages
 * @throws {UserError} if one of `more` is not an origin
 * @example siteOrigins({ url: 'https://example.com/help' }).own // Set { 'https://example.com' }
 */
export function siteOrigins(site: Pick<Site, 'url' | 'collector'>, more = ''): Origins {
  const own = new URL(site.collector ?? site.url).origin;
  const named = more
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const others = new Set([new URL(site.url).origin, ...named.map(originFrom)]);
  others.delete(own);
  return { own: new Set([own]), others };
}

/**
 * The origins under which a browser on this machine, or in its network, may open what listens at a host and port.
 *
 * @example listeningOrigins('127.0.0.1', 4321) // ['http://127.0.0.1:4321', 'http://localhost:4321', 'http://[::1]:4321']
 */
export function listeningOrigins(host: string, port: number): string[] {
  const hosts = isEverywhere(host)
    ? [...LOOPBACK, ...ownAddresses()]
    : LOOPBACK.includes(host)
      ? LOOPBACK
      : [host];
  return [...new Set(hosts.map((name) => new URL(`http://${inAddress(name)}:${port}`).origin))];
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Addresses of this machine, but for those that hold only on one cable (`fe80:…`), which no browser opens. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address }) => !/^fe[89ab]/i.test(address))
    .map(({ address }) => address);
}

function inAddress(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function originFrom(written: string): string {
  const url = URL.parse(written);
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href && !written.includes('*');
  if (isOrigin) return url.origin;
  throw new UserError(
    `FEEDBACK_ORIGINS names ${written}, which is not the origin of a site.`,
    'Write scheme, host and port only, several with commas: https://www.example.com,https://intranet.example.com:8443',
  );
}
