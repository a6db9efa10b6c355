import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { Problem } from './problem.ts';
import type { Env } from './service.ts';

/**
 * Refuses what other sites' pages send. A browser names the page's site in `Origin`; it must be one of
 * `origins` (e.g. `https://help.example.com`) or this very host. Programs without `Origin` pass.
 */
export function sameSite(origins: readonly string[]): MiddlewareHandler<Env> {
  return async function sameSite(c, next) {
    const origin = c.req.header('Origin');
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    // A proxy may speak https for us, so only hosts are compared.
    const own = origin !== undefined && hostOf(origin) === (c.req.header('Host') ?? new URL(c.req.url).host);
    if (!reads && origin !== undefined && !own && !origins.includes(origin)) {
      throw new Problem({
        status: 403,
        refusal: 'cross-site',
        detail: 'This was sent from a page of another site.',
        say: 'other-site',
      });
    }
    await next();
  };
}

/** Lets the site's own pages read the answers when the collector runs on another host. */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler<Env> {
  return cors({
    origin: [...origins],
    allowMethods: ['POST', 'PATCH', 'DELETE'],
    allowHeaders: ['Content-Type'],
    maxAge: 86_400,
  });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
