import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { Problem } from '../problem.ts';
import { addHeader, type Env, headerOf } from '../service.ts';
import type { Origins } from './allowed-origins.ts';

/** Methods that change nothing here, whoever asks. */
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** So many refused origins are told of: who makes them up shall not fill a log. */
const MOST_TOLD = 50;

/**
 * Refuses what other sites' pages send. A browser names the page's origin in `Origin`, and no page can change that; it
 * must be one of those that are allowed, to the letter. The `Host` says nothing: a stranger's name may lead to this
 * machine too (DNS rebinding). Programs name the help centre for which they send.
 *
 * @param onRefused is told once of each origin that was refused
 */
export function sameSite(origins: Origins, onRefused?: (origin: string) => void): MiddlewareHandler<Env> {
  const told = new Set<string>();
  return async function sameSite(c, next) {
    if (READS.has(c.req.method)) return next();
    const origin = headerOf(c, 'Origin');
    if (origin === undefined) {
      throw otherSite(
        'Name the help centre for which you send, e.g. `Origin: https://help.example.com`. Browsers do so by themselves.',
      );
    }
    const isOwn = origins.own.has(origin);
    if (!isOwn && !origins.others.has(origin)) {
      if (!told.has(origin) && told.size < MOST_TOLD && URL.parse(origin)?.origin === origin) {
        told.add(origin);
        onRefused?.(origin);
      }
      throw otherSite(
        'Pages of this origin may not send here. The operator allows them with FEEDBACK_ORIGINS, or as `url` in site.yaml.',
      );
    }
    if (contradicts(headerOf(c, 'Sec-Fetch-Site'), isOwn)) {
      throw otherSite(
        '`Sec-Fetch-Site` and `Origin` contradict each other: this was not sent from a page of the site.',
      );
    }
    return next();
  };
}

/** Lets the allowed sites' pages read the answers when the collector runs on another host. */
export function crossOrigin({ own, others }: Origins): MiddlewareHandler<Env> {
  const isAllowed = (origin: string) => own.has(origin) || others.has(origin);
  const allow = cors({
    origin: (origin) => (isAllowed(origin) ? origin : undefined),
    allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type'],
    maxAge: 86_400,
  });
  return async function crossOrigin(c, next) {
    if (c.req.method === 'OPTIONS') return allow(c, next);
    const origin = headerOf(c, 'Origin');
    await next();
    if (origin !== undefined && isAllowed(origin)) addHeader(c, 'Access-Control-Allow-Origin', origin);
    addHeader(c, 'Vary', 'Origin');
  };
}

/**
 * Does the browser's word on how the page's site is related to this one (https://www.w3.org/TR/fetch-metadata/) speak
 * against its `Origin`? `none` is what a person typed or bookmarked, which sends nothing.
 */
function contradicts(relation: string | undefined, isOwn: boolean): boolean {
  if (relation === undefined || relation === 'same-origin' || relation === 'same-site') return false;
  return isOwn || relation !== 'cross-site';
}

function otherSite(detail: string): Problem {
  return new Problem({ status: 403, refusal: 'cross-site', detail, say: 'other-site' });
}
