import robotsParser from 'robots-parser';
import type { LinkAnswer } from '../core/links/link-outcome.ts';
import type { Reply } from './ask.ts';
import type { Visitor } from './visitor.ts';

/** Redirects of a robots.txt that are followed (RFC 9309, 2.3.1.2). */
const MOST_REDIRECTS = 5;
/** A longer pause than this, in milliseconds, is not kept: the whole run would wait. */
const LONGEST_PAUSE = 30_000;

/** Why an address may not be asked for; `undefined` if it may. */
type Rules = (url: URL) => LinkAnswer | undefined;

/** Knows where a site lets this program go, from its robots.txt, which is asked for once a run. */
export class RobotsRules {
  readonly #rules = new Map<string, Promise<Rules>>();
  readonly #visitor: Visitor;
  readonly #agent: string;

  /** @param agent name under which the rules are looked up */
  constructor(visitor: Visitor, agent: string) {
    this.#visitor = visitor;
    this.#agent = agent;
  }

  /**
   * Why the address may not be asked for; `undefined` if it may.
   *
   * @throws as `Visitor.visit` does if the site cannot be asked at all
   */
  async refusal(url: URL): Promise<LinkAnswer | undefined> {
    let rules = this.#rules.get(url.origin);
    if (!rules) {
      rules = this.#read(url);
      this.#rules.set(url.origin, rules);
    }
    return (await rules)(url);
  }

  /** RFC 9309, 2.3.1: a file that is not there allows all, a server in trouble allows nothing. */
  async #read({ origin, hostname }: URL): Promise<Rules> {
    const place = new URL('/robots.txt', origin);
    const { status, body } = await this.#fetch(place);
    if (status === 429) return () => 'too-many-requests';
    if (status >= 500) return () => 'server-error';
    if (status < 200 || status >= 300) return () => undefined;
    const robots = robotsParser(place.href, body.toString('utf8'));
    const pause = (robots.getCrawlDelay(this.#agent) ?? 0) * 1000;
    if (pause <= LONGEST_PAUSE) this.#visitor.slowDown(hostname, pause);
    return ({ href }) =>
      robots.isAllowed(href, this.#agent) === false ? 'not-allowed-for-robots' : undefined;
  }

  async #fetch(place: URL, redirects = 0): Promise<Reply> {
    const reply = await this.#visitor.visit(place, 'GET', { readBody: true });
    const { location } = reply.headers;
    const target = location === undefined ? null : URL.parse(location, place.href);
    const isRedirect = reply.status >= 300 && reply.status < 400 && /^https?:/.test(target?.protocol ?? '');
    return target && isRedirect && redirects < MOST_REDIRECTS ? this.#fetch(target, redirects + 1) : reply;
  }
}
