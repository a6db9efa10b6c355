import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Context, Hono } from 'hono';
import { UserError } from '../../core/user-error.ts';
import { preferredLocale } from '../language.ts';
import { cacheControl } from './caching.ts';
import { redirectsOf } from './redirects.ts';
import { type GuardedSite, securityHeaders } from './security-headers.ts';
import { sendFile } from './send-file.ts';
import { isFolderOfPage, openSiteFile } from './site-file.ts';

export interface StaticSiteOptions {
  /** Folder of a built site. E.g. `dist` */
  dir: string;
  /** Languages of the site; `/` leads to the one that the reader understands best. */
  locales: readonly string[];
  /** Path below which the site stands, without a slash at its end. E.g. `/help` */
  base?: string;
  /** The site itself, for the headers that guard it; without it, they are the strictest. */
  site?: GuardedSite;
}

/** Hidden files, and whatever could lead out of the folder. `.well-known` is the one hidden name that is public. */
const FORBIDDEN = /\/\.(?!well-known\/)|\/\/|[\\%\0]/;

/**
 * Serves the files of a built site: the index of a folder, the missing slash, redirects from
 * `<dir>/redirects.json`, the 404 page in the language of the address.
 *
 * @throws UserError if there is no built site.
 */
export function createStaticSite({ dir, locales, base = '', site }: StaticSiteOptions): Hono {
  const root = path.resolve(dir);
  if (!existsSync(root)) {
    throw new UserError(`There is no built site in ${dir}.`, 'Build it first: npm run build');
  }
  const leadsTo = redirectsOf(root);
  const inside = (address: string) => address.slice(base.length) || '/';
  const app = new Hono();

  app.use(securityHeaders(site));
  app.get('*', async function serve(c) {
    const query = new URL(c.req.url).search;
    if (!c.req.path.startsWith(`${base}/`)) {
      return c.req.path === base || c.req.path === '/' ? c.redirect(`${base}/`) : missing(c);
    }
    const address = inside(c.req.path);
    if (FORBIDDEN.test(address)) return missing(c);
    const to = await leadsTo(address);
    if (to !== undefined) return c.redirect(`${to.startsWith('/') ? base : ''}${to}${query}`, 301);
    if (address === '/') {
      c.header('Vary', 'Accept-Language');
      return c.redirect(`${base}/${preferredLocale(c.req.header('Accept-Language'), locales)}/`);
    }
    const file = await openSiteFile(root, address, c.req.header('Accept-Encoding'));
    if (file) {
      c.header('Cache-Control', cacheControl(address));
      return sendFile(c, file);
    }
    if (!address.endsWith('/') && (await isFolderOfPage(root, address))) {
      return c.redirect(`${encodeURI(`${base}${address}/`)}${query}`, 301);
    }
    return missing(c);
  });
  app.all('*', (c) => c.text('Only GET can be used here.\n', 405, { Allow: 'GET, HEAD' }));

  async function missing(c: Context): Promise<Response> {
    const [locale] = inside(c.req.path).slice(1).split('/');
    const own = locales.find((name) => name === locale);
    const page =
      (own && (await read(path.join(root, own, '404/index.html')))) ??
      (await read(path.join(root, '404.html')));
    return page === undefined ? c.text('There is nothing at this address.\n', 404) : c.html(page, 404);
  }

  return app;
}

async function read(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
