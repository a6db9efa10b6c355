import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Vote } from '../../src/core/feedback.ts';
import { ORIGIN, type Published } from './published.ts';

/** Votes that readers keep on sending, as their browsers do: until each is acknowledged, under the same id. */
export class Load {
  /** Ids of votes for which a 2xx came back. */
  readonly acknowledged = new Set<string>();
  /** Votes that were sent and not acknowledged, oldest first. */
  readonly open = new Map<string, Vote>();
  /** Answers that were neither a 2xx nor a 503, e.g. `400 …`: there should be none. */
  readonly unexpected: string[] = [];
  /** How many were answered with 503. */
  refusedForNow = 0;
  readonly #articles: Published['articles'];
  #number = 0;
  #stopped = false;
  #waiting: { isDone: () => boolean; resolve: () => void }[] = [];

  constructor({ articles }: Pick<Published, 'articles'>) {
    this.#articles = articles;
  }

  /** Sends votes to this address, so many at once, until `stop` is called; resolves when no request is under way. */
  async run(address: string, { atOnce = 16 } = {}): Promise<void> {
    this.#stopped = false;
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    const readers = Array.from({ length: atOnce }, async () => {
      while (!this.#stopped) await this.#send(address, agent, this.#next());
    });
    await Promise.all(readers);
    agent.destroy();
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Resolves when so many more votes were acknowledged. */
  acknowledges(more: number): Promise<void> {
    const enough = this.acknowledged.size + more;
    return this.#until(() => this.acknowledged.size >= enough);
  }

  /** Resolves when so many more votes were answered with 503. */
  refuses(more: number): Promise<void> {
    const enough = this.refusedForNow + more;
    return this.#until(() => this.refusedForNow >= enough);
  }

  /** Sends again what was never acknowledged, each until it is. */
  async settle(address: string): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    for (const vote of [...this.open.values()]) await this.#send(address, agent, vote);
    agent.destroy();
  }

  #until(isDone: () => boolean): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ isDone, resolve }));
  }

  #next(): Vote {
    this.#number += 1;
    const about = this.#articles[this.#number % this.#articles.length];
    if (!about) throw new Error('There is no article to vote on.');
    const vote = { id: randomUUID(), ...about, helpful: this.#number % 3 > 0 };
    this.open.set(vote.id, vote);
    return vote;
  }

  async #send(address: string, agent: Agent, vote: Vote): Promise<void> {
    const answer = await post(`${address}/api/votes`, agent, vote).catch(() => undefined);
    if (answer?.status === 201) {
      this.open.delete(vote.id);
      this.acknowledged.add(vote.id);
    } else if (answer?.status === 503) {
      this.refusedForNow += 1;
    } else if (answer) {
      this.unexpected.push(`${answer.status} ${answer.body}`);
    }
    for (const { isDone, resolve } of this.#waiting) if (isDone()) resolve();
    this.#waiting = this.#waiting.filter(({ isDone }) => !isDone());
  }
}

/** Resolves with the answer, once all of it is there. */
function post(url: string, agent: Agent, vote: Vote): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify(vote);
    const sending = request(url, {
      method: 'POST',
      agent,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        Origin: ORIGIN,
        'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
        'X-Forwarded-For': addressOf(vote.id),
      },
    });
    sending.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.on('error', reject);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

/** An address for each reader, from those that are set apart for benchmarks and the like (RFC 2544: 198.18.0.0/15). */
function addressOf(id: string): string {
  const number = Number.parseInt(id.slice(0, 8), 16);
  return `198.${18 + (number & 1)}.${(number >> 8) & 255}.${(number >> 16) & 255}`;
}
