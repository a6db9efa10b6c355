import { UserError } from '../core/user-error.ts';

/** Where a collector reads out its submissions. */
const EXPORT = '/api/export';

/** Names of this machine, to which nothing goes over a network. */
const LOCAL = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Does a host name this machine? E.g. `localhost` */
export function isLocalHost(host: string): boolean {
  return LOCAL.test(host);
}

/**
 * Where the collector with this address reads out its submissions, with a last line that says that it is complete.
 *
 * @throws UserError if it is no address, or if the token would go over the network unencrypted
 * @example exportAddress('https://feedback.example.com').href // 'https://feedback.example.com/api/export?with=end'
 */
export function exportAddress(address: string): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UserError(
      "The collector's address cannot be read.",
      'Write it as in a browser, e.g. --feedback https://feedback.example.com',
    );
  }
  if (url.username || url.password) {
    throw new UserError(
      `The address of the collector at ${url.host} holds a password.`,
      'Leave it out: the collector asks for the token in FEEDBACK_TOKEN and for nothing else.',
    );
  }
  if (url.protocol === 'http:' && !isLocalHost(url.hostname)) {
    throw new UserError(
      `The token would go to ${url.host} where everybody on the way can read it.`,
      `Use https: --feedback https://${url.host}`,
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  return new URL(`${url.origin}${path.endsWith(EXPORT) ? path : path + EXPORT}?with=end`);
}
