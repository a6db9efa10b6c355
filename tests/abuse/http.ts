import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Where the pages of the help centre stand. */
export const SITE = 'https://help.example.com';

/** What a browser calls itself: what programs send is set aside. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

/** Headers by name; one that is `undefined` is left out, one that is a list is sent several times. */
export type Headers = Record<string, string | readonly string[] | undefined>;

/** A request as it goes over the network, byte for byte. */
export type Raw = string | Uint8Array;

/** A request as a browser would send it, but for what is given. A body that is no text or bytes is sent as JSON. */
export function ask(method: string, path: string, body?: unknown, headers: Headers = {}): Raw {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const bytes = body === undefined ? new Uint8Array() : Buffer.from(isRaw ? body : JSON.stringify(body));
  const all: Headers = {
    Host: 'help.example.com',
    'User-Agent': BROWSER,
    Connection: 'close',
    ...(body !== undefined && {
      Origin: SITE,
      'Content-Type': 'application/json',
      'Content-Length': String(bytes.length),
    }),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => `${name}: ${one}\r\n`),
  );
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'), bytes]);
}

export const get = (path: string, headers: Headers = {}) => ask('GET', path, undefined, headers);
export const post = (path: string, body: unknown, headers: Headers = {}) => ask('POST', path, body, headers);
export const patch = (path: string, body: unknown, headers: Headers = {}) =>
  ask('PATCH', path, body, headers);
export const remove = (path: string, body: unknown, headers: Headers = {}) =>
  ask('DELETE', path, body, headers);

/** What a plain form sends. */
export function form(path: string, fields: Record<string, string> | string, headers: Headers = {}): Raw {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  return post(path, body, { 'Content-Type': 'application/x-www-form-urlencoded', ...headers });
}

/** Everything that came back on a connection. */
export interface Answer {
  /** Of the first answer; 0 if the connection was closed without a word. */
  status: number;
  headers: Record<string, string>;
  body: string;
  /** How many answers came. */
  answers: number;
}

/** Sends bytes over a connection of their own, and reads until the server hangs up. */
export async function exchange(port: number, raw: Raw): Promise<Answer> {
  const socket = await opened(port);
  socket.write(raw);
  return answerOn(socket);
}

export async function opened(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  // The server hangs up on much of what is sent here, sometimes before it has read all of it.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** What comes back until the server hangs up. */
export async function answerOn(socket: Socket): Promise<Answer> {
  const pieces: Buffer[] = [];
  socket.on('data', (piece: Buffer) => pieces.push(piece));
  if (!socket.closed) await once(socket, 'close').catch(() => {});
  const text = Buffer.concat(pieces).toString('utf8');
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [, ...lines] = head.split('\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1] ?? 0),
    headers: Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    ),
    body: rest.join('\r\n\r\n'),
    answers: text.match(/HTTP\/1\.1 \d{3} /g)?.length ?? 0,
  };
}
