/**
 * Sends votes to a server as a program of its own, so that it does not take the server's processor, and prints as JSON
 * how long each took.
 *
 * Own code, because of the steady rate: at 1,000 a second, a vote is due every millisecond whether or not those before it
 * were answered, and its time counts from when it was due ("coordinated omission" would hide what a reader waits for).
 */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface LoadOrder {
  port: number;
  /** Requests under way at most. */
  connections: number;
  seconds: number;
  /** Votes offered a second; without it as many as the connections carry, each sending when it was answered. */
  rate?: number;
  articles: readonly { article: string; locale: string; revision: string }[];
}

export interface LoadResult {
  /** Answers with 201, from the first to the last. */
  votes: number;
  /** The same a second, once the server is warm. */
  perSecond: number;
  /** Milliseconds until the answer to half of them, to 99 of 100, and to the last. */
  p50: number;
  p99: number;
  max: number;
  /** Answers by status. */
  statuses: Record<string, number>;
}

/** The first seconds warm the server up and count for nothing. */
const WARM_UP = 2;

const order: LoadOrder = JSON.parse(process.argv[2] ?? '');
console.log(JSON.stringify(await load(order)));
process.exit();

async function load({ port, connections, seconds, rate, articles }: LoadOrder): Promise<LoadResult> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const begin = performance.now() + WARM_UP * 1000;
  const end = begin + seconds * 1000;
  let due = performance.now();
  let votes = 0;
  const count = (status: string, since: number) => {
    if (status === '201') votes += 1;
    const at = performance.now();
    if (at < begin || at > end) return;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status === '201') times.push(at - since);
  };
  const sender = async () => {
    const exchange = openConnection(port);
    while (performance.now() < end) {
      let since = performance.now();
      if (rate) {
        since = due;
        due += 1000 / rate;
        const early = since - performance.now();
        if (early > 0) await setTimeout(early);
      }
      count(await exchange(voteOn(articles[randomInt(articles.length)])), since);
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { votes, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), max: at(1), statuses };
}

/** A request of another reader each time. */
function voteOn(about: LoadOrder['articles'][number] | undefined): string {
  const body = JSON.stringify({ id: randomUUID(), ...about, helpful: Math.random() < 0.7 });
  const [a = 0, b = 0, c = 0] = randomBytes(3);
  return [
    'POST /api/votes HTTP/1.1',
    'Host: help.example.com',
    'Origin: https://help.example.com',
    'Sec-Fetch-Site: same-origin',
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
    `X-Forwarded-For: 10.${a}.${b}.${c}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}

/** Sends one request after the other on a connection; each call resolves with the status once the answer is whole. */
function openConnection(port: number): (request: string) => Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let got = '';
  let answered: (status: string) => void = () => {};
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    got += chunk;
    const head = got.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(got.slice(0, head))?.[1] ?? 0);
    if (got.length < head + 4 + length) return;
    const status = got.slice(9, 12);
    got = '';
    answered(status);
  });
  socket.on('error', (error) => {
    throw error;
  });
  return (request) => {
    const { promise, resolve } = Promise.withResolvers<string>();
    answered = resolve;
    socket.write(request);
    return promise;
  };
}
