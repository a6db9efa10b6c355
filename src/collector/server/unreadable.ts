import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Problem } from '../problem.ts';

const BAD_REQUEST = ['400 Bad Request', 'This is not HTTP, or HTTP that can be read in two ways.'] as const;

/** What Node's parser and its clock call it, and what the sender is told. */
const ANSWERS: Record<string, readonly [status: string, detail: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers are too long.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['413 Content Too Large', 'The extensions of a chunk are too long.'],
};

/**
 * Answers what cannot be read as a request with a problem document, and hangs up. This never reaches the app: nobody can
 * tell what it was meant to be, so it is no submission, and the metrics do not count it as received.
 */
export function answerUnreadable(server: Server): void {
  const answers = new WeakMap<object, ServerResponse>();
  server.on('request', ({ socket }, response) => void answers.set(socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const response = answers.get(socket);
    const isAnswered = response?.headersSent && !response.writableFinished;
    if (!socket.writable || isAnswered || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    socket.write(answerTo(error.code));
    socket.destroySoon();
  });
}

/** The same for a request whose address or host cannot be read. */
export function answerToUnreadable(error: unknown): Response {
  const isOfSender = error instanceof Error && error.name === 'RequestError';
  const response = new Problem({
    status: isOfSender ? 400 : 500,
    refusal: isOfSender ? 'malformed' : 'failed',
    detail: isOfSender ? 'The address or the host cannot be read.' : 'Something went wrong here.',
  }).toResponse();
  response.headers.set('X-Content-Type-Options', 'nosniff');
  return response;
}

function answerTo(code = ''): string {
  const [status, detail] = ANSWERS[code] ?? BAD_REQUEST;
  const body = JSON.stringify({
    type: 'about:blank',
    title: status.slice(4),
    status: Number(status.slice(0, 3)),
    detail,
  });
  return [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
