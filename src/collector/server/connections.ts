import type { Server, ServerOptions } from 'node:http';

/**
 * How patient the server is, in milliseconds and bytes. A vote is a few hundred bytes, so even on a bad line it is here
 * within a second; who takes much longer only holds a connection.
 */
export const CONNECTION_LIMITS = {
  /** For the head of a request, from the moment at which the connection is made. */
  headersTimeout: 10_000,
  /** For the whole of a request. */
  requestTimeout: 20_000,
  /** How often it looks who has run out of time. */
  connectionsCheckingInterval: 1000,
  /**
   * For the next request on a connection. Proxies keep theirs for about a minute and close them first, so that no
   * request is sent into a connection that is just being closed here.
   */
  keepAliveTimeout: 65_000,
  /** Length of a head. Cookies of the company's other sites come along under the same domain, and may be long. */
  maxHeaderSize: 16_384,
  /** Node would refuse a request without one in words of its own. */
  requireHostHeader: false,
} satisfies ServerOptions;

export type ConnectionLimits = typeof CONNECTION_LIMITS;

/** Connections at a time; each costs some 20 kB of memory. */
const MOST_CONNECTIONS = 2000;

/** Keeps the number of connections in bounds, and makes room by closing those on which nothing is asked. */
export function boundConnections(server: Server): void {
  server.maxConnections = MOST_CONNECTIONS;
  // Beyond such a number Node leaves headers out without a word. How many there may be, their length bounds.
  server.maxHeadersCount = 0;
  server.on('drop', () => server.closeIdleConnections());
}
