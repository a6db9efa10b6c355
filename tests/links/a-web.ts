import type { Ask, Reply } from '../../src/links/ask.ts';
import type { Clock } from '../../src/links/turns.ts';

/** A clock that stands still but for those who sleep, many of whom may sleep at the same time. */
export class AClock implements Clock {
  time = Date.parse('2026-03-01T12:00:00Z');

  now(): number {
    return this.time;
  }

  async sleep(time: number): Promise<void> {
    const end = this.time + time;
    await aMoment();
    this.time = Math.max(this.time, end);
  }
}

/** Lets everything go on that can. */
export async function aMoment(): Promise<void> {
  for (let count = 0; count < 5; count++) await new Promise(setImmediate);
}

type Answer = number | { status: number; headers?: Record<string, string>; body?: string };

/** What the web says to `GET https://shop.test/page`; to a list, its parts one after the other. */
type Web = Record<string, Answer | Answer[]>;

/** Sites without a network, which remember who came, when, and how many at the same time. */
export class AWeb {
  /** E.g. `HEAD https://shop.test/page`, in order. */
  readonly log: string[] = [];
  /** When each of them came, in milliseconds since the first. */
  readonly times: number[] = [];
  /** Most requests at the same time, by host. */
  readonly atOnce = new Map<string, number>();
  /** Most hosts that were busy at the same time. */
  hostsAtOnce = 0;
  readonly #busy = new Map<string, number>();
  readonly #answers: Web;
  readonly #clock: AClock;
  #start?: number;

  constructor(answers: Web, clock: AClock) {
    this.#answers = answers;
    this.#clock = clock;
  }

  readonly ask: Ask = async ({ href, hostname }, method) => {
    this.#start ??= this.#clock.time;
    this.log.push(`${method} ${href}`);
    this.times.push(this.#clock.time - this.#start);
    const busy = (this.#busy.get(hostname) ?? 0) + 1;
    this.#busy.set(hostname, busy);
    this.atOnce.set(hostname, Math.max(busy, this.atOnce.get(hostname) ?? 0));
    this.hostsAtOnce = Math.max(this.#busy.size, this.hostsAtOnce);
    await aMoment();
    if (busy === 1) this.#busy.delete(hostname);
    else this.#busy.set(hostname, busy - 1);
    return reply(this.#answerTo(`${method} ${href}`) ?? this.#answerTo(href) ?? 404);
  };

  #answerTo(key: string): Answer | undefined {
    const answer = this.#answers[key];
    return Array.isArray(answer) ? (answer.length > 1 ? answer.shift() : answer[0]) : answer;
  }
}

function reply(answer: Answer): Reply {
  const { status, headers = {}, body = '' } = typeof answer === 'number' ? { status: answer } : answer;
  return { status, headers, body: Buffer.from(body) };
}
