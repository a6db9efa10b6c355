import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createRawServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/collector/server/server.ts';
import type { Submission } from '../../src/core/feedback.ts';
import { UserError } from '../../src/core/user-error.ts';
import { readCollector } from '../../src/readers/collector-feedback.ts';
import { failingStore } from '../collector/failing-store.ts';
import { openHelpCentre } from '../collector/help-centre.ts';
import { aCertificate } from '../links/a-certificate.ts';
import { uuid, view, vote } from '../stores/submissions.ts';
import { told } from '../stores/told.ts';

const token = 'a token that nobody may see';
const received = '2026-03-01T09:00:00.001Z';
const aVote = (number: number) =>
  `${JSON.stringify({ type: 'vote', ...vote(number), received, changed: received })}\n`;
const end = (submissions: number) => `${JSON.stringify({ type: 'end', submissions })}\n`;
const JSONL = { 'Content-Type': 'application/jsonl; charset=utf-8' };

/** Listens on a free port until the end of the test. */
async function listening(server: Server | ReturnType<typeof createRawServer>): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Something that answers every request in the same way. */
async function answering(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listening(createServer(answer))}`;
}

/** Something that sends exactly this to whoever asks, and hangs up. */
async function sending(text: string): Promise<string> {
  const server = createRawServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(text));
  });
  return `http://127.0.0.1:${await listening(server)}`;
}

/** A collector of this Kundig behind a real port. */
async function collecting(options: Parameters<typeof openHelpCentre>[0] = {}) {
  const centre = await openHelpCentre({ token, ...options });
  const { address, close } = await startServer({ app: centre.app, host: '127.0.0.1', port: 0 });
  onTestFinished(close);
  return { ...centre, address };
}

async function read(address: string, patience?: number): Promise<Submission[]> {
  const found: Submission[] = [];
  await readCollector(address, { token, patience, take: (submission) => found.push(submission) });
  return found;
}

const toldOf = async (address: string, patience?: number) =>
  (await told(read(address, patience), [token])).replaceAll(address, 'ADDRESS');

test('a running collector is read whole, whichever way its address is written', async () => {
  const { store, clock, address } = await collecting();
  await store.addVote(vote(1), clock.now);
  await store.addSignals(
    Array.from({ length: 2500 }, (_, number) => view(number)),
    clock.now,
  );
  const stored = await Array.fromAsync(store.submissions());
  const local = address.replace('127.0.0.1', 'localhost');
  for (const way of [address, `${address}/`, `${address}/api/export`, `${local}/api/export/?with=x#y`]) {
    expect(await read(way)).toStrictEqual(stored);
  }
});

test('a collector that has nothing yet gives nothing', async () => {
  expect(await read((await collecting()).address)).toEqual([]);
});

test('a collector below a path is asked there, with the token', async () => {
  const asked: unknown[] = [];
  const address = await answering((request, response) => {
    asked.push(request.url, request.headers.authorization);
    response.writeHead(200, JSONL).end(aVote(1) + end(1));
  });
  expect(await read(`${address}/feedback//`)).toMatchObject([{ id: uuid(1) }]);
  expect(asked).toEqual(['/feedback/api/export?with=end', `Bearer ${token}`]);
});

test('an answer that a server in between has compressed is read all the same', async () => {
  const address = await answering((_, response) => {
    response.writeHead(200, { ...JSONL, 'Content-Encoding': 'gzip' }).end(gzipSync(aVote(1) + end(1)));
  });
  expect(await read(address)).toMatchObject([{ id: uuid(1) }]);
});

test.for<[number, Record<string, string>, string]>([
  [401, {}, 'The collector at ADDRESS does not know this token.'],
  [403, {}, 'The collector at ADDRESS does not let its feedback be read.'],
  [404, {}, 'There is no collector at ADDRESS (status 404).'],
  [429, { 'Retry-After': '20' }, 'The collector at ADDRESS was asked too often (status 429).'],
  [500, {}, 'The collector at ADDRESS is in trouble (status 500).'],
  [503, { 'Retry-After': '30' }, 'The collector at ADDRESS is in trouble (status 503).'],
  [418, {}, 'The collector at ADDRESS answered with status 418.'],
  [204, {}, 'The collector at ADDRESS answered with status 204.'],
  [200, { 'Content-Type': 'text/html; charset=utf-8' }, 'At ADDRESS there is a web page, not a collector.'],
  [200, JSONL, 'The collector at ADDRESS broke off before the last submission.'],
])('of an answer with status %i and %o it is said what it means', async ([status, headers, message]) => {
  const address = await answering((_, response) => response.writeHead(status, headers).end());
  expect(await toldOf(address)).toBe(message);
});

test('a collector of this Kundig says itself why it refuses', async () => {
  const { address: off } = await collecting({ token: undefined });
  expect(await toldOf(off)).toBe('The collector at ADDRESS does not let its feedback be read.');
  const { address: other } = await collecting({ token: 'another token' });
  expect(await toldOf(other)).toBe('The collector at ADDRESS does not know this token.');
  const { address: broken } = await collecting({ store: failingStore() });
  expect(await toldOf(broken)).toBe('The collector at ADDRESS is in trouble (status 503).');
  // More than is kept back until a piece is full, so that the answer has begun.
  const submissions = async function* (): AsyncGenerator<Submission> {
    for (let number = 0; number < 1000; number += 1) {
      const at = new Date(received);
      yield { type: 'vote', ...vote(number), received: at, changed: at };
    }
    throw new Error('the database is out of reach');
  };
  const { address: breaking } = await collecting({ store: failingStore({ submissions }) });
  expect(await toldOf(breaking)).toBe('The collector at ADDRESS broke off before the last submission.');
});

test('the token is not sent on to where a redirect leads', async () => {
  let visits = 0;
  const elsewhere = await answering((_, response) => {
    visits += 1;
    response.writeHead(200, JSONL).end(end(0));
  });
  const address = await answering((_, response) => {
    response.writeHead(302, { Location: `${elsewhere}/api/export?with=end` }).end();
  });
  expect(await toldOf(address)).toBe(`The collector at ADDRESS is somewhere else: ${elsewhere}/api/export.`);
  expect(visits).toBe(0);
});

test.for<[string, string, string]>([
  [
    'with a length, cut in a line',
    `HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n${aVote(1)}{"type"`,
    'The collector at ADDRESS broke off before the last submission.',
  ],
  [
    'in pieces, cut between two',
    `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${aVote(1).length.toString(16)}\r\n${aVote(1)}\r\n`,
    'The collector at ADDRESS broke off before the last submission.',
  ],
  [
    'in pieces, ended by a server in between that knows no better',
    `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${aVote(1).length.toString(16)}\r\n${aVote(1)}\r\n0\r\n\r\n`,
    'The collector at ADDRESS broke off before the last submission.',
  ],
  [
    'to the end of the connection, cut between two lines',
    `HTTP/1.0 200 OK\r\n\r\n${aVote(1)}`,
    'The collector at ADDRESS broke off before the last submission.',
  ],
  [
    'to the end of the connection, cut in a line',
    `HTTP/1.0 200 OK\r\n\r\n${aVote(1)}${aVote(2).slice(0, 40)}`,
    'what ADDRESS sent breaks off in the middle of line 2.',
  ],
  [
    'with a line missing before the last',
    `HTTP/1.0 200 OK\r\n\r\n${aVote(1)}${end(2)}`,
    'Line 2 of what ADDRESS sent is damaged: it says that there are 2 submissions above it, not 1.',
  ],
  [
    'that is a web page without saying so',
    'HTTP/1.0 200 OK\r\n\r\n<html><body>Please log in</body></html>',
    'what ADDRESS sent is not an export of feedback: it begins with <html><body>Please log in</body></html>',
  ],
])('an answer %s is not taken for whole', async ([, text, message]) => {
  expect(await toldOf(await sending(text))).toBe(message);
});

test('whoever says nothing for too long is not waited for, before the answer and within it', async () => {
  const mute = await answering(() => {});
  expect(await toldOf(mute, 50)).toBe('The collector at ADDRESS said nothing for 0.05 seconds.');
  const halting = await answering((_, response) => {
    response.writeHead(200, JSONL).write(aVote(1));
  });
  expect(await toldOf(halting, 50)).toBe('The collector at ADDRESS said nothing for 0.05 seconds.');
});

test('an export may take longer than that in all', async () => {
  const pieces = 12;
  const address = await answering((_, response) => {
    response.writeHead(200, JSONL);
    let sent = 0;
    const timer = setInterval(() => {
      response.write(aVote(sent));
      sent += 1;
      if (sent < pieces) return;
      clearInterval(timer);
      response.end(end(pieces));
    }, 200);
  });
  expect(await read(address, 2000)).toHaveLength(pieces);
});

test('an address at which nobody listens, and one that nobody has', async () => {
  const server = createRawServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  expect(await toldOf(`http://127.0.0.1:${port}`)).toBe(
    `The collector at ADDRESS cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}.`,
  );
  expect(await toldOf('https://no-such-host.invalid')).toMatch(
    /^The collector at ADDRESS cannot be reached: getaddrinfo /,
  );
});

test('a certificate that nobody vouches for, and a port without any', async () => {
  const { key, cert } = aCertificate('localhost');
  const secure = createSecureServer({ key, cert }, (_, response) => response.end());
  expect(await toldOf(`https://localhost:${await listening(secure)}`)).toBe(
    'The certificate of ADDRESS cannot be trusted: self-signed certificate.',
  );
  const plain = await answering((_, response) => response.end());
  expect(await toldOf(plain.replace('http:', 'https:'))).toBe('There is no https at ADDRESS.');
});

test.for<[string, string, string]>([
  [
    'http://feedback.example.com',
    'The token would go to feedback.example.com where everybody on the way can read it.',
    'Use https: --feedback https://feedback.example.com',
  ],
  [
    'http://127.0.0.1.example.com:8080/x',
    'The token would go to 127.0.0.1.example.com:8080 where everybody on the way can read it.',
    'Use https: --feedback https://127.0.0.1.example.com:8080',
  ],
  [
    'https://me:secret@feedback.example.com/',
    'The address of the collector at feedback.example.com holds a password.',
    'Leave it out: the collector asks for the token in FEEDBACK_TOKEN and for nothing else.',
  ],
  [
    'https://',
    "The collector's address cannot be read.",
    'Write it as in a browser, e.g. --feedback https://feedback.example.com',
  ],
  [
    'file:///tmp/feedback.jsonl',
    "The collector's address cannot be read.",
    'Write it as in a browser, e.g. --feedback https://feedback.example.com',
  ],
])('nothing is asked of %s', async ([address, message, hint]) => {
  await expect(read(address)).rejects.toEqual(new UserError(message, hint));
});

test.for<[string | undefined, string]>([
  [undefined, 'The collector at http://127.0.0.1:9 lets its feedback be read only with a token.'],
  [' \n', 'The collector at http://127.0.0.1:9 lets its feedback be read only with a token.'],
  ['geheim\nnis', 'FEEDBACK_TOKEN holds signs that cannot be sent.'],
  ['schlüssel', 'FEEDBACK_TOKEN holds signs that cannot be sent.'],
])('nothing is asked with the token %o', async ([given, message]) => {
  const asked = readCollector('http://127.0.0.1:9', { token: given, take: () => {} });
  expect(await told(asked, given?.trim() ? [given] : [])).toBe(message);
});
