import { lookup as lookUp } from 'node:dns/promises';
import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as safeRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { LinkAnswer } from '../core/links/link-outcome.ts';
import { isLocalAddress, isLocalUrl } from './local-addresses.ts';

/** What a server said. */
export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  /** Empty unless it was asked for. */
  body: Buffer;
}

/** There was no reply; the answer says why. */
export class NoReply extends Error {
  readonly answer: LinkAnswer;
  /** Was there a machine at the other end at all? */
  readonly reached: boolean;

  constructor(answer: LinkAnswer, { reached = false } = {}) {
    super(answer);
    this.answer = answer;
    this.reached = reached;
  }
}

/** The host is on this machine or in its own network. */
export class LocalHost extends Error {}

/** Gives the addresses of a host, as `lookup` of node:dns/promises does, and fails as it does. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

export interface AskOptions {
  /** How the program names itself to servers. */
  agent: string;
  /** Patience with one request, in milliseconds. */
  timeout: number;
  /** Ask hosts on this machine and in its own network too. */
  allowLocal?: boolean;
  resolve?: Resolve;
}

/** So much of a body is read, in bytes, and no more. */
const LONGEST_BODY = 5_000_000;

/** Asks a server once; redirects are replies like others. */
export type Ask = (url: URL, method: 'HEAD' | 'GET', options?: { readBody?: boolean }) => Promise<Reply>;

/**
 * Makes the one way in which the network is asked.
 *
 * The `Ask` fails with {@link NoReply} or {@link LocalHost}.
 */
export function createAsk({ agent, timeout, allowLocal = false, resolve = allAddresses }: AskOptions): Ask {
  const lookup: LookupFunction = (host, options, done) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        if (!first) done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
        else if (!allowLocal && addresses.some(({ address }) => isLocalAddress(address)))
          done(new LocalHost(host), []);
        else if (options.all) done(null, addresses);
        else done(null, first.address, first.family);
      },
      (error) => done(error, []),
    );
  };

  return async function ask(url, method, { readBody = false } = {}) {
    if (!allowLocal && isLocalUrl(url)) throw new LocalHost(url.hostname);
    // No resolver may know a name that ends so (RFC 6761), not even one that is out of order.
    if (/(?:^|\.)invalid\.?$/.test(url.hostname)) throw new NoReply('no-such-host');
    try {
      return await new Promise<Reply>((answer, fail) => {
        const request = url.protocol === 'https:' ? safeRequest : plainRequest;
        request(
          {
            protocol: url.protocol,
            hostname: url.hostname.replace(/^\[|\]$/g, ''),
            port: url.port,
            path: url.pathname + url.search,
            method,
            headers: { 'user-agent': agent, accept: '*/*', 'accept-encoding': 'identity' },
            agent: false,
            lookup,
            signal: AbortSignal.timeout(timeout),
          },
          (message) => {
            message.on('error', fail);
            const { statusCode: status = 0, headers } = message;
            if (readBody) bodyOf(message).then((body) => answer({ status, headers, body }), fail);
            else {
              answer({ status, headers, body: Buffer.alloc(0) });
              message.destroy();
            }
          },
        )
          .on('error', fail)
          .end();
      });
    } catch (error) {
      throw error instanceof LocalHost ? error : meaningOf(error);
    }
  };
}

function allAddresses(host: string): ReturnType<Resolve> {
  return lookUp(host, { all: true });
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message) {
    parts.push(part);
    size += part.length;
    if (size > LONGEST_BODY) break;
  }
  return Buffer.concat(parts).subarray(0, LONGEST_BODY);
}

/** Only a name that the resolver does not know says that a site is not there; all else may pass. */
function meaningOf(error: unknown): NoReply {
  const { name, code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOTFOUND') return new NoReply('no-such-host');
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT')
    return new NoReply('time-out');
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET')
    return new NoReply('no-connection', { reached: true });
  if (/^HPE_/.test(code)) return new NoReply('odd-answer', { reached: true });
  if (/CERT|TLS|SSL|^UNABLE_TO_|^EPROTO$|^INVALID_CA|^PATH_LENGTH/.test(code))
    return new NoReply('bad-certificate', { reached: true });
  return new NoReply('no-connection');
}
