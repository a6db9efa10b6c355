import { z } from 'zod';
import type { Issue } from '../core/tasks/issue.ts';
import { UserError } from '../core/user-error.ts';
import type { Tracker, TrackerRequest } from './tracker.ts';
import { trackerError } from './tracker-error.ts';

/** What a client needs of the world. */
export interface Surroundings {
  fetch: typeof fetch;
  /** Waits for so many milliseconds. */
  wait: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** GitHub asks for a second between requests that change something. */
const BETWEEN_CHANGES = 1000;
/** Longer pauses than this are for another run. In seconds. */
const LONGEST_PAUSE = 90;
const MOST_TRIES = 4;
const TIME_OUT = 30_000;
/** Answers that a server gives in passing. */
const PASSING = new Set([500, 502, 503, 504]);

/** Speaks to a tracker, no faster than it wishes. */
export class TrackerClient {
  readonly #tracker: Tracker;
  readonly #token: string;
  readonly #surroundings: Surroundings;
  #changes = 0;

  constructor(tracker: Tracker, token: string, surroundings: Surroundings) {
    this.#tracker = tracker;
    this.#token = token;
    this.#surroundings = surroundings;
  }

  /** Every issue of the audit. @throws {UserError} if the tracker refuses, or answers with something else */
  async issues(): Promise<Issue[]> {
    const issues: Issue[] = [];
    const first = this.#tracker.list();
    let url: string | undefined = first.url;
    while (url !== undefined) {
      const response = await this.#send({ ...first, url });
      issues.push(...(await this.#read(response, this.#tracker.read)));
      const next = nextPage(response.headers.get('link'));
      // The token goes nowhere but to the tracker.
      if (next && new URL(next, url).origin !== new URL(url).origin) throw this.#strange();
      url = next && new URL(next, url).href;
    }
    return issues;
  }

  /** Numbers of accounts by their names, where the tracker wants numbers. @throws {UserError} if there is none of the name */
  async accounts(names: Iterable<string>): Promise<Map<string, number>> {
    const { account } = this.#tracker;
    const numbers = new Map<string, number>();
    if (!account) return numbers;
    for (const name of new Set(names)) {
      const number = await this.#read(await this.#send(account.ask(name)), account.read);
      if (number === undefined) {
        throw new UserError(
          `There is no account ${name} on ${this.#tracker.name}.`,
          'Mend `audit.assignees` in site.yaml.',
        );
      }
      numbers.set(name, number);
    }
    return numbers;
  }

  /** Makes a change. It may be made again: what is done already is seen by the next run. */
  async change(request: TrackerRequest): Promise<void> {
    if (this.#changes++ > 0) await this.#surroundings.wait(BETWEEN_CHANGES);
    await this.#send(request);
  }

  async #send(request: TrackerRequest): Promise<Response> {
    for (let tries = 1; ; tries++) {
      const response = await this.#try(request);
      if (response.ok) return response;
      const pause = this.#pauseAfter(response, request, tries);
      if (pause === undefined || pause > LONGEST_PAUSE || tries === MOST_TRIES) {
        throw trackerError(response.status, await response.text(), this.#tracker, pause);
      }
      await response.body?.cancel();
      await this.#surroundings.wait(pause * 1000);
    }
  }

  async #try({ method, url, body }: TrackerRequest): Promise<Response> {
    const headers = { ...this.#tracker.headers, authorization: `Bearer ${this.#token}` };
    try {
      return await this.#surroundings.fetch(url, {
        method,
        headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
        ...(body && { body: JSON.stringify(body) }),
        // A moved project is told by its new address, to which a change would not be carried over.
        redirect: method === 'GET' ? 'follow' : 'manual',
        signal: AbortSignal.timeout(TIME_OUT),
      });
    } catch (error) {
      const { host } = new URL(url);
      const reason = (error as { cause?: { message?: string } }).cause?.message ?? (error as Error).message;
      throw new UserError(
        `${this.#tracker.name} does not answer at ${host}: ${reason}.`,
        'Look at the network and the address, then run the command again: what is done already is not done twice.',
      );
    }
  }

  /** Seconds to wait before trying again; `undefined` where that would not help. */
  #pauseAfter({ status, headers }: Response, { method }: TrackerRequest, tries: number): number | undefined {
    const isLimited = status === 429 || (status === 403 && isLimit(headers));
    if (isLimited) return pauseAskedFor(headers, this.#surroundings.now()) ?? 60;
    // Nobody knows whether a change was made before the server failed.
    if (PASSING.has(status) && method === 'GET') return 2 ** (tries - 1);
    return undefined;
  }

  async #read<Value>(response: Response, read: (answer: unknown) => Value): Promise<Value> {
    try {
      return read(await response.json());
    } catch (error) {
      if (error instanceof z.ZodError || error instanceof SyntaxError) throw this.#strange();
      throw error;
    }
  }

  #strange(): UserError {
    return new UserError(
      `The answer is none that ${this.#tracker.name} would give.`,
      'Look at the address of the API: GITHUB_API_URL, or CI_API_V4_URL on GitLab.',
    );
  }
}

function isLimit(headers: Headers): boolean {
  return headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0';
}

function pauseAskedFor(headers: Headers, now: number): number | undefined {
  const after = headers.get('retry-after');
  if (after !== null) {
    const seconds = /^\d+$/.test(after) ? Number(after) : (Date.parse(after) - now) / 1000;
    if (!Number.isNaN(seconds)) return Math.max(0, Math.ceil(seconds));
  }
  const reset = Number(headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset') ?? Number.NaN);
  return Number.isNaN(reset) ? undefined : Math.max(0, Math.ceil(reset - now / 1000) + 1);
}

/** The address of the page after this one (RFC 8288). */
function nextPage(link: string | null): string | undefined {
  return link?.match(/<([^>]*)>\s*;[^,]*\brel="?next"?/)?.[1];
}
