import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSafeServer } from 'node:https';
import { type AddressInfo, createServer as createRawServer, type Server } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Resolve } from '../../src/links/ask.ts';
import type { Certificate } from './a-certificate.ts';

/** What a site answers to a request: a status, or whatever else. */
export type Site = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a server on this machine that stops after the test, and gives its port. */
async function listen(server: Server & { closeAllConnections?: () => void }): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections?.();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Sites on one port of this machine, told apart by the name of their host. */
export function startSites(sites: Record<string, Site>): Promise<number> {
  const listener: RequestListener = (request, response) => {
    const host = request.headers.host?.replace(/:\d+$/, '') ?? '';
    if (request.url === '/robots.txt' && !host.includes('robots')) status(404)(request, response);
    else sites[host]?.(request, response);
  };
  return listen(createServer(listener));
}

/** A site behind a certificate, which always answers that it is there. */
export function startSafeSite(certificate: Certificate): Promise<number> {
  return listen(createSafeServer(certificate, status(200)) as Server);
}

/** A server that speaks another language than the web, or none: what it says as soon as somebody comes. */
export function startRawServer(words: string): Promise<number> {
  return listen(
    createRawServer((socket) => {
      socket.on('error', () => {});
      socket.end(words);
    }),
  );
}

/** A port on which nobody listens. */
export async function anEmptyPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function status(code: number, headers: Record<string, string> = {}, body = ''): Site {
  return (_, response) => {
    response.writeHead(code, headers).end(body);
  };
}

export function redirect(code: number, location: string): Site {
  return status(code, { location });
}

/** Answers by the path; other paths are not there. */
export function paths(known: Record<string, Site>): Site {
  return (request, response) => (known[request.url ?? ''] ?? status(404))(request, response);
}

/** Answers one way to HEAD and another to GET. */
export function byMethod(head: Site, get: Site): Site {
  return (request, response) => (request.method === 'HEAD' ? head : get)(request, response);
}

/** Every name is on this machine, but for what the resolver says of those that begin so. */
export const resolve: Resolve = async (host) => {
  if (host.startsWith('unknown')) throw Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
  if (host.startsWith('unsure')) throw Object.assign(new Error('unsure'), { code: 'EAI_AGAIN' });
  return [{ address: '127.0.0.1', family: 4 }];
};
