import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { Problem } from '../problem.ts';
import type { Env } from '../service.ts';

/** Lets those pass who show the token; without a token set, nobody. */
export function bearer(token: string | undefined): MiddlewareHandler<Env> {
  return async function bearer(c, next) {
    if (!token) {
      throw new Problem({
        status: 403,
        refusal: 'invalid',
        detail: 'Reading over the network is off. Set FEEDBACK_TOKEN to turn it on.',
      });
    }
    const [, given] = /^Bearer +(.+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
    if (given === undefined || !timingSafeEqual(digest(given), digest(token))) {
      throw new Problem({
        status: 401,
        refusal: 'invalid',
        detail: 'Send the token as `Authorization: Bearer …`.',
        headers: { 'WWW-Authenticate': 'Bearer realm="kundig"' },
      });
    }
    await next();
  };
}

/** Digests are of one length, which a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
