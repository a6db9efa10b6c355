import type { Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/collector/server/server.ts';
import { openHelpCentre, stored } from '../collector/help-centre.ts';
import { uuid, vote } from '../stores/submissions.ts';
import { type Answer, answerOn, ask, exchange, opened, post } from './http.ts';

const ORIGIN = { Origin: 'http://help.example.com' };
const HEAD =
  'POST /api/votes HTTP/1.1\r\nHost: help.example.com\r\nOrigin: http://help.example.com\r\nContent-Type: application/json\r\n';

/** A service with these limits, and how to open connections to it that are closed after the test. */
async function serve(limits?: Parameters<typeof startServer>[0]['limits']) {
  const centre = await openHelpCentre();
  const server = await startServer({ app: centre.app, host: '127.0.0.1', port: 0, limits });
  const port = Number(new URL(server.address).port);
  const sockets: Socket[] = [];
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await server.close();
  });
  async function connections(count: number, begin: string): Promise<Socket[]> {
    const made = await Promise.all(Array.from({ length: count }, () => opened(port)));
    for (const socket of made) {
      socket.resume();
      if (begin) socket.write(begin);
    }
    sockets.push(...made);
    return made;
  }
  return { centre, server, port, connections };
}

const castVote = (port: number, number: number): Promise<Answer> =>
  exchange(port, post('/api/votes', vote(number), ORIGIN));

test.for([
  ['say nothing', ''],
  ['send half of a head', HEAD],
  ['send half of a body', `${HEAD}Content-Length: 1000\r\n\r\n{"id"`],
  ['send a body in pieces without end', `${HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`],
  ['are kept open after an answer', 'GET /healthz HTTP/1.1\r\nHost: help.example.com\r\n\r\n'],
] as const)('500 connections that %s do not stop a vote', async ([, begin]) => {
  const { centre, port, connections } = await serve();
  const idle = await connections(500, begin);
  expect((await castVote(port, 1)).status).toBe(201);
  expect(await stored(centre)).toMatchObject([{ id: uuid(1) }]);
  expect(idle.filter((socket) => socket.destroyed)).toEqual([]);
});

test.for([
  ['nothing', '', 408],
  ['half of a head', HEAD, 408],
  ['half of a body', `${HEAD}Content-Length: 1000\r\n\r\n{"id"`, 408],
  ['a body in pieces without end', `${HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`, 408],
] as const)('who sends %s is hung up on in time, with a problem document', async ([, begin, status]) => {
  const { centre, port } = await serve({
    headersTimeout: 100,
    requestTimeout: 200,
    connectionsCheckingInterval: 50,
  });
  const socket = await opened(port);
  socket.write(begin);
  const answer = await answerOn(socket);
  expect({ status: answer.status, type: answer.headers['content-type'] }).toEqual({
    status,
    type: 'application/problem+json',
  });
  expect(await stored(centre)).toEqual([]);
});

test('a connection on which nothing more is asked is closed in time', async () => {
  const { port } = await serve({ keepAliveTimeout: 50, connectionsCheckingInterval: 50 });
  const socket = await opened(port);
  socket.write('GET /healthz HTTP/1.1\r\nHost: help.example.com\r\n\r\n');
  expect((await answerOn(socket)).status).toBe(200);
});

test('idle connections make room where there is none left', async () => {
  const { port, connections } = await serve();
  const idle = await connections(1999, 'GET /healthz HTTP/1.1\r\nHost: help.example.com\r\n\r\n');
  // Answered, all of them: so they are idle, and there is room for one more.
  await expect.poll(() => idle.every((socket) => socket.bytesRead > 0), { timeout: 20_000 }).toBe(true);
  expect((await castVote(port, 1)).status).toBe(201);
  expect(idle.some((socket) => socket.destroyed)).toBe(false);
  await connections(2, HEAD);
  await expect.poll(() => idle.every((socket) => socket.destroyed), { timeout: 20_000 }).toBe(true);
  expect((await castVote(port, 2)).status).toBe(201);
});

test('two requests in one piece get two answers', async () => {
  const { centre, port } = await serve();
  const both = Buffer.concat([
    Buffer.from(post('/api/votes', vote(1), { ...ORIGIN, Connection: 'keep-alive' })),
    Buffer.from(post('/api/votes', vote(2), ORIGIN)),
  ]);
  expect(await exchange(port, both)).toMatchObject({ status: 201, answers: 2 });
  expect(await stored(centre)).toHaveLength(2);
});

test('who hangs up in the midst of a body has sent nothing', async () => {
  const { centre, port } = await serve();
  const whole = Buffer.from(ask('POST', '/api/votes', vote(1), ORIGIN));
  const socket = await opened(port);
  socket.write(whole.subarray(0, whole.length - 1));
  socket.end();
  await answerOn(socket);
  expect((await castVote(port, 2)).status).toBe(201);
  expect(await stored(centre)).toMatchObject([{ id: uuid(2) }]);
});

test('slow and idle connections do not hold up the end, whatever time they have left', async () => {
  const { server, port, connections } = await serve({ headersTimeout: 0, requestTimeout: 0 });
  const open = [
    ...(await connections(50, '')),
    ...(await connections(50, HEAD)),
    ...(await connections(50, `${HEAD}Content-Length: 1000\r\n\r\n{"id"`)),
    ...(await connections(50, 'GET /healthz HTTP/1.1\r\nHost: help.example.com\r\n\r\n')),
  ];
  // Whoever came before this vote is known to the server by now.
  expect((await castVote(port, 1)).status).toBe(201);
  const closed = Promise.all(
    open.map((socket) => socket.closed || new Promise((resolve) => socket.once('close', resolve))),
  );
  await server.close();
  await closed;
});
