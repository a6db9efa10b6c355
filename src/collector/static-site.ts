import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { z } from 'zod';
import { UserError } from '../core/user-error.ts';
import { preferredLocale } from './language.ts';

export interface StaticSiteOptions {
  /** Folder of a built site. E.g. `dist` */
  dir: string;
  /** Languages of the site; `/` leads to the one that the reader understands best. */
  locales: readonly string[];
  /** Path below which the site stands, without a slash at its end. E.g. `/help` */
  base?: string;
}

/** Hidden files, and whatever could lead out of the folder. `.well-known` is the one hidden name that is public. */
const FORBIDDEN = /\/\.(?!well-known\/)|\/\/|[\\%\0]/;

/**
 * Serves the files of a built site: the index of a folder, the missing slash, redirects from
 * `<dir>/redirects.json`, the 404 page in the language of the address.
 *
 * @throws UserError if there is no built site.
 */
export function createStaticSite({ dir, locales, base = '' }: StaticSiteOptions): Hono {
  const root = path.resolve(dir);
  if (!existsSync(root)) {
    throw new UserError(`There is no built site in ${dir}.`, 'Build it first: npm run build');
  }
  const redirects = readRedirects(root);
  const inside = (address: string) => address.slice(base.length) || '/';
  const app = new Hono();

  app.get('*', compress(), caching(base), async function find(c, next) {
    const query = new URL(c.req.url).search;
    if (!c.req.path.startsWith(`${base}/`)) {
      return c.req.path === base || c.req.path === '/' ? c.redirect(`${base}/`) : missing(c);
    }
    const address = inside(c.req.path);
    if (FORBIDDEN.test(address)) return missing(c);
    const to = redirects.get(withoutSlash(address));
    if (to !== undefined) return c.redirect(`${to.startsWith('/') ? base : ''}${to}${query}`, 301);
    if (address === '/') {
      c.header('Vary', 'Accept-Language');
      return c.redirect(`${base}/${preferredLocale(c.req.header('Accept-Language'), locales)}/`);
    }
    if (!address.endsWith('/') && existsSync(path.join(root, address, 'index.html'))) {
      return c.redirect(`${encodeURI(`${base}${address}/`)}${query}`, 301);
    }
    return next();
  });
  app.get('*', serveStatic({ root, rewriteRequestPath: inside }), missing);
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

const BUNDLED = /^\/(?:_astro|search\/[^/]+\/[0-9a-f]{12})\//;

/**
 * Names of bundled files and of the search index change with their content, so they are kept for ever. Everything else is asked for anew
 * each time, and sent again only if it has changed.
 */
function caching(base: string): MiddlewareHandler {
  return async function caching(c, next) {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    if (!c.res.ok) return;
    const isBundled = BUNDLED.test(c.req.path.slice(base.length));
    c.header('Cache-Control', isBundled ? 'public, max-age=31536000, immutable' : 'no-cache');
    const known = c.req.header('If-Modified-Since');
    if (c.res.status === 200 && known && known === c.res.headers.get('Last-Modified')) {
      await c.res.body?.cancel();
      c.header('Content-Length', undefined);
      c.res = new Response(null, { status: 304, headers: c.res.headers });
    }
  };
}

function readRedirects(root: string): Map<string, string> {
  const file = path.join(root, 'redirects.json');
  if (!existsSync(file)) return new Map();
  const pairs = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(
    Object.entries(pairs).map(([from, to]) => [withoutSlash(decodeURI(from)), encodeURI(decodeURI(to))]),
  );
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, '');
}

async function read(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
