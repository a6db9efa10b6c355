import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { UserError } from '../../core/user-error.ts';
import { listeningOrigins } from '../gate/allowed-origins.ts';
import { boundConnections, CONNECTION_LIMITS, type ConnectionLimits } from './connections.ts';
import { answerToUnreadable, answerUnreadable } from './unreadable.ts';

export interface RunningServer {
  /** Where it listens, as one would open it in a browser. E.g. `http://127.0.0.1:4321` */
  address: string;
  /** As browsers on this machine, or in its network, name it in `Origin`. */
  origins: string[];
  /** Takes nothing new, finishes what is under way, and resolves. */
  close(): Promise<void>;
}

/**
 * How long requests that are under way may still take when the server is closed, in milliseconds: those that hold a
 * whole submission are answered within a fraction of it, and service managers kill what takes ten seconds.
 */
const PATIENCE = 5000;

/**
 * Serves an app over HTTP. Port 0 takes a free one.
 *
 * @throws UserError if the port is in use or the address cannot be taken.
 */
export async function startServer(options: {
  // biome-ignore lint/suspicious/noExplicitAny: the app's own types are nothing to the server
  app: Hono<any>;
  host: string;
  port: number;
  /** How patient it is, where not as usual. */
  limits?: Partial<ConnectionLimits>;
}): Promise<RunningServer> {
  const { app, host, port, limits } = options;
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler: answerToUnreadable,
  });
  const server = createServer({ ...CONNECTION_LIMITS, ...limits }, listener);
  boundConnections(server);
  answerUnreadable(server);
  let closing = false;
  server.on('request', (_request, response) => {
    // Node keeps a connection open after its answer, which would hold up the end for seconds.
    response.once('close', () => {
      if (closing) setImmediate(() => server.closeIdleConnections());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) => reject(explain(failure, host, port)));
    server.listen(port, host, resolve);
  });
  const listening = server.address() as AddressInfo;
  return {
    address: addressOf(host, listening.port),
    origins: listeningOrigins(host, listening.port),
    close() {
      closing = true;
      const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
      return new Promise((resolve) => {
        server.close(() => {
          clearTimeout(impatient);
          resolve();
        });
      });
    },
  };
}

function explain(failure: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (failure.code) {
    case 'EADDRINUSE':
      return new UserError(
        `Port ${port} is in use.`,
        `Stop the other program, or choose another port, e.g. with PORT=${port < 65_535 ? port + 1 : 4321}`,
      );
    case 'EACCES':
      return new UserError(
        `Port ${port} may not be used by this account.`,
        'Choose a port above 1023, e.g. with PORT=4321',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UserError(
        `This machine has no address ${host}.`,
        'Set HOST to 127.0.0.1 for this machine only, or to 0.0.0.0 for its whole network.',
      );
    default:
      return failure;
  }
}

/** Listening everywhere is not an address that one can open. */
function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
