import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Env } from '../service.ts';

/** A request as it may be told of: the pattern of its address, not the address. */
export interface AnsweredRequest {
  method: string;
  /** E.g. `/api/votes/:id` */
  route: string;
  status: number;
  milliseconds: number;
}

/** Tells of each request once it is answered. */
export function requestWatch(tell: (request: AnsweredRequest) => void): MiddlewareHandler<Env> {
  return async function requestWatch(c, next) {
    const begin = performance.now();
    await next();
    tell({
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      milliseconds: Math.round((performance.now() - begin) * 10) / 10,
    });
  };
}
