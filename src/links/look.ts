import type { LinkAnswer, LinkOutcome } from '../core/links/link-outcome.ts';
import { NoReply, type Reply } from './ask.ts';
import { contentOf } from './page-content.ts';
import type { RobotsRules } from './robots-rules.ts';
import type { Visitor } from './visitor.ts';

const MOST_REDIRECTS = 10;
/** Redirects that hold for good. */
const FOR_GOOD = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What it takes to look at an address. */
export interface Look {
  visitor: Visitor;
  robots: RobotsRules;
}

/** An address to look at, and what for. */
export interface Wanted {
  address: string;
  /** Look at what the page says, too. */
  content?: boolean;
  /** What it said when it was last looked at. */
  earlierContent?: string;
}

/**
 * What a second look with GET may put right: many servers answer HEAD wrongly or not at all, so that only what
 * they say to GET counts against them.
 */
const WORTH_A_GET: ReadonlySet<LinkAnswer> = new Set([
  'not-found',
  'gone',
  'refused-access',
  'server-error',
  'time-out',
  'no-connection',
  'odd-answer',
]);

/**
 * Looks at one address, as a reader would who follows a link to it.
 *
 * @throws {LocalHost} or {HostIsClosed} if it is not asked at all
 */
export async function lookAt(wanted: Wanted, look: Look): Promise<LinkOutcome> {
  if (wanted.content) return lookWith('GET', wanted, look);
  const outcome = await lookWith('HEAD', wanted, look);
  return WORTH_A_GET.has(outcome.answer) ? lookWith('GET', wanted, look) : outcome;
}

async function lookWith(method: 'HEAD' | 'GET', wanted: Wanted, look: Look): Promise<LinkOutcome> {
  const start = new URL(wanted.address);
  try {
    const arrival = await follow(start, { method, readBody: wanted.content }, look);
    if (typeof arrival === 'string') return { answer: arrival };
    const { url, reply, forGood } = arrival;
    const answer = meaningOf(reply);
    if (answer !== 'found') return { answer };
    const isHome = url.pathname === '/' && url.search === '';
    const content = wanted.content ? await steadyContent(url, reply, wanted.earlierContent, look) : undefined;
    return {
      answer,
      ...(forGood && url.href !== start.href && { movedTo: url.href }),
      ...(isHome && start.pathname !== '/' && { leadsHome: true }),
      ...(content !== undefined && { content }),
    };
  } catch (error) {
    if (error instanceof NoReply) return { answer: error.answer };
    throw error;
  }
}

interface Arrival {
  url: URL;
  reply: Reply;
  /** All redirects on the way hold for good. */
  forGood: boolean;
}

/** Follows redirects to where they end, or says why they end nowhere. */
async function follow(
  start: URL,
  { method, readBody }: { method: 'HEAD' | 'GET'; readBody?: boolean },
  { visitor, robots }: Look,
): Promise<Arrival | LinkAnswer> {
  let url = start;
  let forGood = true;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const refusal = await robots.refusal(url);
    if (refusal) return refusal;
    const reply = await visitor.visit(url, method, { readBody });
    if (!REDIRECTS.has(reply.status)) return { url, reply, forGood };
    const target = reply.headers.location === undefined ? null : URL.parse(reply.headers.location, url.href);
    if (!target || !/^https?:$/.test(target.protocol)) return 'odd-answer';
    forGood &&= FOR_GOOD.has(reply.status);
    target.hash = '';
    url = target;
  }
  return 'redirect-loop';
}

function meaningOf({ status }: Reply): LinkAnswer {
  if (status >= 200 && status < 300) return 'found';
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  if (status === 429) return 'too-many-requests';
  if (status === 401 || status === 403) return 'refused-access';
  return status >= 500 && status < 600 ? 'server-error' : 'odd-answer';
}

/**
 * What the page says. If that is not what it said before, it is read twice: a page that says something else each
 * time (a clock, an advertisement) tells nothing.
 */
async function steadyContent(
  url: URL,
  reply: Reply,
  earlier: string | undefined,
  { visitor }: Look,
): Promise<string | undefined> {
  const content = contentOf(reply);
  if (content === undefined || earlier === undefined || content === earlier) return content;
  const again = await visitor.visit(url, 'GET', { readBody: true });
  return meaningOf(again) === 'found' && contentOf(again) === content ? content : undefined;
}
