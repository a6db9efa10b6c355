import { type Ask, NoReply, type Reply } from './ask.ts';
import { type Clock, Turns } from './turns.ts';

/** How the program behaves towards other people's servers. */
export interface Manners {
  /** Between two requests to the same host, in milliseconds. */
  pause: number;
  /** So long is waited at most because a server asks for it (`Retry-After`), in milliseconds. */
  longestWait: number;
  clock: Clock;
}

/** Asks servers politely: in turn, with pauses, not the same thing twice, and no more once they have had enough. */
export class Visitor {
  /** Has any machine answered in any way? */
  reached = false;
  readonly #ask: Ask;
  readonly #manners: Manners;
  readonly #turns: Turns;
  readonly #replies = new Map<string, Promise<Reply>>();

  constructor(ask: Ask, manners: Manners) {
    this.#ask = ask;
    this.#manners = manners;
    this.#turns = new Turns(manners);
  }

  /** The reply to a request. One whose body is not wanted is made once; after that its reply is known. */
  visit(url: URL, method: 'HEAD' | 'GET', { readBody = false } = {}): Promise<Reply> {
    const request = () => this.#patiently(url, () => this.#ask(url, method, { readBody }));
    if (readBody) return request();
    const key = `${method} ${url.href}`;
    const reply = this.#replies.get(key) ?? request();
    this.#replies.set(key, reply);
    return reply;
  }

  /** Makes the pause after each request to a host longer, if it is shorter than this. */
  slowDown(host: string, pause: number): void {
    this.#turns.slowDown(host, pause);
  }

  /** Makes a request, and once more if the server asks to wait and that is not too long. */
  async #patiently({ hostname }: URL, request: () => Promise<Reply>): Promise<Reply> {
    const first = await this.#inTurn(hostname, request);
    if (first.wait === undefined || first.wait > this.#manners.longestWait) return first.reply;
    const second = await this.#inTurn(hostname, request);
    if (second.wait !== undefined) this.#turns.close(hostname);
    return second.reply;
  }

  #inTurn(host: string, request: () => Promise<Reply>): Promise<{ reply: Reply; wait?: number }> {
    const { clock, longestWait } = this.#manners;
    return this.#turns.take(host, async () => {
      const reply = await this.#noted(request());
      const wait = waitWanted(reply, clock.now());
      if (wait !== undefined && wait > longestWait) this.#turns.close(host);
      else if (wait !== undefined) this.#turns.hold(host, wait);
      return { reply, wait };
    });
  }

  async #noted(request: Promise<Reply>): Promise<Reply> {
    try {
      const reply = await request;
      this.reached = true;
      return reply;
    } catch (error) {
      if (error instanceof NoReply && error.reached) this.reached = true;
      throw error;
    }
  }
}

/**
 * How long a server wants to be left alone (RFC 9110, 10.2.3), in milliseconds; for ever, if it turns the program
 * away as too busy without saying for how long.
 */
function waitWanted({ status, headers }: Reply, now: number): number | undefined {
  const after = headers['retry-after'];
  if (status !== 429 && !(status === 503 && after !== undefined)) return undefined;
  if (after === undefined) return Number.POSITIVE_INFINITY;
  const time = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now;
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : Math.max(0, time);
}
