/** Time, as it passes for whoever waits; both in milliseconds. */
export interface Clock {
  /** Since 1970. */
  now(): number;
  sleep(time: number): Promise<void>;
}

/** A host is not asked again in this run: it said that it has had enough. */
export class HostIsClosed extends Error {}

interface Host {
  last: Promise<unknown>;
  notBefore: number;
  pause: number;
  closed: boolean;
}

/** Lets only one request at a time go to each host, with a pause after each. */
export class Turns {
  readonly #hosts = new Map<string, Host>();
  readonly #clock: Clock;
  readonly #pause: number;

  /** @param pause between two requests to the same host, in milliseconds */
  constructor({ clock, pause }: { clock: Clock; pause: number }) {
    this.#clock = clock;
    this.#pause = pause;
  }

  /**
   * Does some work when all earlier work with the host is done and its pause is over.
   *
   * @throws {HostIsClosed} if the host has been closed by then
   */
  take<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const host = this.#of(name);
    const turn = host.last.then(async () => {
      const wait = host.closed ? 0 : host.notBefore - this.#clock.now();
      if (wait > 0) await this.#clock.sleep(wait);
      if (host.closed) throw new HostIsClosed(name);
      try {
        return await work();
      } finally {
        host.notBefore = Math.max(host.notBefore, this.#clock.now() + host.pause);
      }
    });
    host.last = turn.catch(() => {});
    return turn;
  }

  /** Leaves the host alone for so many milliseconds. */
  hold(name: string, time: number): void {
    const host = this.#of(name);
    host.notBefore = Math.max(host.notBefore, this.#clock.now() + time);
  }

  /** Makes the pause after each request longer, if it is shorter than this. */
  slowDown(name: string, pause: number): void {
    const host = this.#of(name);
    host.pause = Math.max(host.pause, pause);
  }

  /** Leaves the host alone for good. */
  close(name: string): void {
    this.#of(name).closed = true;
  }

  #of(name: string): Host {
    const known = this.#hosts.get(name);
    if (known) return known;
    const host = { last: Promise.resolve(), notBefore: 0, pause: this.#pause, closed: false };
    this.#hosts.set(name, host);
    return host;
  }
}
