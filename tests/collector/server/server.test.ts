import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../../src/collector/server/server.ts';
import { vote } from '../../stores/submissions.ts';
import { openHelpCentre } from '../help-centre.ts';

const host = '127.0.0.1';

// biome-ignore lint/suspicious/noExplicitAny: the app's own types are nothing to the server
async function serve(app: Hono<any>, port = 0) {
  const server = await startServer({ app, host, port });
  onTestFinished(() => server.close());
  return server;
}

const hello = () => new Hono().get('/', (c) => c.text('hello'));

test('an app is served at the address that is given back', async () => {
  const server = await serve(hello());
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(server.address)).text()).toBe('hello');
});

test('a port in use is said in plain words, with what to do', async () => {
  const server = await serve(hello());
  const port = Number(new URL(server.address).port);
  await expect(startServer({ app: hello(), host, port })).rejects.toMatchObject({
    name: 'UserError',
    message: `Port ${port} is in use.`,
    hint: expect.stringContaining('PORT='),
  });
});

test('an address that this machine does not have is said too', async () => {
  await expect(startServer({ app: hello(), host: '203.0.113.7', port: 0 })).rejects.toMatchObject({
    name: 'UserError',
    message: 'This machine has no address 203.0.113.7.',
  });
});

test('closing finishes what is under way and frees the port', async () => {
  let arrived: () => void = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const slow = new Hono().get('/', async (c) => {
    arrived();
    await finished;
    return c.text('done');
  });
  const server = await startServer({ app: slow, host, port: 0 });
  const answer = fetch(server.address);
  await arrival;
  const closed = server.close();
  finish();
  expect(await (await answer).text()).toBe('done');
  await closed;
  await serve(hello(), Number(new URL(server.address).port));
});

test('a body without a length is limited on a real connection as well', async () => {
  const centre = await openHelpCentre();
  const { port } = new URL((await serve(centre.app)).address);
  const socket = connect(Number(port), host);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.write(
    'POST /api/votes HTTP/1.1\r\nHost: x\r\nOrigin: http://help.example.com\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  const piece = ' '.repeat(4096);
  for (let index = 0; index < 5; index++) socket.write(`1000\r\n${piece}\r\n`);
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
});

test('a vote over a real connection is stored', async () => {
  const centre = await openHelpCentre();
  const { address } = await serve(centre.app);
  const response = await fetch(`${address}/api/votes`, {
    method: 'POST',
    body: JSON.stringify(vote(1)),
    headers: { 'Content-Type': 'application/json', Origin: 'http://help.example.com' },
  });
  expect(response.status).toBe(201);
});
