import { vi } from 'vitest';

/** What becomes of one request. */
export const WEATHER = [
  'fine',
  'unsent',
  'answer lost',
  'twice',
  'five times',
  'busy',
  'too often',
  'crash before',
  'crash after',
] as const;
export type Weather = (typeof WEATHER)[number];

/** The scripts of one open page: each has its own, and all share what the browser keeps. */
export interface SimulatedPage {
  outbox: typeof import('../../../src/client/feedback/outbox.ts');
  votes: typeof import('../../../src/client/feedback/own-votes.ts');
}

/**
 * A browser as far as the outbox sees it: storage, the network and whether there is any. Requests go to a real
 * collector, through a network that loses, repeats and delays them as it is told.
 */
export class SimulatedBrowser {
  /** What becomes of the next requests; after these, all is fine. */
  weather: Weather[] = [];
  isOnline = true;
  /** A page that has crashed gets no answers any more, nor does one that was closed. */
  hasCrashed = false;
  readonly #collector: (path: string, init: RequestInit) => Promise<Response>;
  readonly #underway = new Set<Promise<unknown>>();
  /** What has left the device, if only for a network that lost it: it may be delivered at any later time. */
  readonly #sent: (() => Promise<unknown>)[] = [];
  #opened = 0;

  constructor(collector: (path: string, init: RequestInit) => Promise<Response>) {
    this.#collector = collector;
    const browser = this;
    vi.stubGlobal('localStorage', storage());
    vi.stubGlobal('navigator', {
      get onLine() {
        return browser.isOnline;
      },
    });
  }

  /** Closes what is open, and opens a page. */
  async open(): Promise<SimulatedPage> {
    this.#opened += 1;
    this.hasCrashed = false;
    vi.stubGlobal('fetch', this.#fetchOf(this.#opened));
    vi.resetModules();
    const [outbox, votes] = await Promise.all([
      import('../../../src/client/feedback/outbox.ts'),
      import('../../../src/client/feedback/own-votes.ts'),
    ]);
    return { outbox, votes };
  }

  /** Waits until nothing is on its way, and whoever waited for it has gone on. */
  async settle(): Promise<void> {
    do {
      await Promise.all(this.#underway);
      for (let turns = 0; turns < 20; turns += 1) await new Promise(setImmediate);
    } while (this.#underway.size > 0);
  }

  /** Delivers once more what was sent before, as a network may that kept it. */
  async deliverAgain(): Promise<void> {
    for (const send of this.#sent) await send();
  }

  #fetchOf(page: number): typeof fetch {
    const isLeft = () => page !== this.#opened || this.hasCrashed;
    return async (input, init = {}) => {
      if (isLeft()) await never();
      const weather = this.isOnline ? (this.weather.shift() ?? 'fine') : 'unsent';
      const path = new URL(String(input)).pathname;
      const send = () => this.#collector(path, init);
      if (init.method === 'POST' && this.isOnline) this.#sent.push(send);
      const answer = this.#answer(weather, send);
      this.#underway.add(answer);
      const reply = await answer;
      this.#underway.delete(answer);
      if (weather.startsWith('crash')) this.hasCrashed = true;
      if (isLeft()) await never();
      if (!reply) throw new TypeError('Failed to fetch');
      return reply;
    };
  }

  async #answer(weather: Weather, send: () => Promise<Response>): Promise<Response | undefined> {
    if (weather === 'busy') return new Response(null, { status: 503 });
    if (weather === 'too often') return new Response(null, { status: 429 });
    if (weather === 'unsent' || weather === 'crash before') return undefined;
    const times = { twice: 2, 'five times': 5 }[weather as string] ?? 1;
    let reply: Response | undefined;
    for (let time = 0; time < times; time += 1) reply = await send();
    return weather === 'answer lost' ? undefined : reply;
  }
}

function never(): Promise<void> {
  return new Promise(() => {});
}

/** `localStorage` as far as it is used: what is kept in it are its own properties. */
function storage(): object {
  return Object.create({
    getItem(key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(key: string, value: string) {
      this[key] = value;
    },
    removeItem(key: string) {
      delete this[key];
    },
  } as Record<string, unknown> & ThisType<Record<string, unknown>>);
}
