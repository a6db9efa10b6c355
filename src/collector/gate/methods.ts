import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import { type Env, localeOf, type Service } from '../service.ts';

/** The method that a form means: HTML itself knows only GET and POST, so `_method` names the others. */
export function methodOf(fields: URLSearchParams): string {
  return fields.get('_method')?.toUpperCase() ?? 'POST';
}

/**
 * Answers a method that a resource does not know. A person who opens the address of an answer page gets to the
 * help centre instead.
 */
export function otherMethods(
  { locales, homeUrl }: Service,
  ...allowed: readonly string[]
): (c: Context<Env>) => Response {
  return (c) => {
    if (c.req.method === 'GET' && c.req.header('Accept')?.includes('text/html')) {
      return c.redirect(homeUrl(localeOf(c, locales)));
    }
    throw new Problem({
      status: 405,
      refusal: 'method',
      detail: `Only ${allowed.join(' and ')} can be used here.`,
      headers: { Allow: allowed.join(', ') },
    });
  };
}
