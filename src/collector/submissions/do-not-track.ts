import type { Context } from 'hono';

/** Does this browser ask not to be counted, by Do Not Track or Global Privacy Control? */
export function asksNotToBeCounted(c: Context): boolean {
  return c.req.header('DNT') === '1' || c.req.header('Sec-GPC') === '1';
}
