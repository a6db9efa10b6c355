import type { MiddlewareHandler } from 'hono';
import { framePolicy, pagePolicy } from '../../core/page-policy.ts';
import type { Site } from '../../core/site.ts';
import { PLAIN_STYLE } from '../pages/plain-style.ts';
import { addHeader, type Env } from '../service.ts';

/** Which site's pages are guarded: its colour, its collector, who may embed it, and whether it is reached over https. */
export type GuardedSite = Pick<Site, 'brand' | 'collector' | 'embed' | 'url'>;

/** The least that is allowed: nobody embeds the pages, and no other host takes what they send. */
const STRICTEST: GuardedSite = { brand: {}, embed: [], url: 'http://localhost/' };

/** What a page of help needs of a device, which is nothing, and what a site that embeds it may not grant it either. */
const UNUSED = [
  'accelerometer',
  'bluetooth',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** For what is no page: answers to programs, feeds, texts. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** For drawings, which can hold scripts and are pages of the site when somebody opens them by themselves. */
const DRAWING = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/**
 * Headers that hold for every answer of a help centre, whatever its kind.
 *
 * @example
 * generalHeaders(site)['Referrer-Policy']; // 'strict-origin-when-cross-origin'
 */
export function generalHeaders({ embed, url }: GuardedSite): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    // A plain form must name its site in `Origin`, which `no-referrer` would take from it.
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Browsers that do not know `frame-ancestors` know only all or nobody.
    ...(embed.length === 0 && { 'X-Frame-Options': 'DENY' }),
    // Heeded only where the answer came over https, so a site that is tried out over http can still be reached so.
    ...(new URL(url).protocol === 'https:' && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}

/** The policy of the site's pages, of those that the collector makes too. */
export function policyOfPages(site: GuardedSite): string {
  return `${pagePolicy(site, [PLAIN_STYLE])}; ${framePolicy(site)}`;
}

/** Says in every answer, also in errors, what a browser may do with it. */
export function securityHeaders(site: GuardedSite = STRICTEST): MiddlewareHandler<Env> {
  const general = Object.entries(generalHeaders(site));
  const pages = policyOfPages(site);
  return async function securityHeaders(c, next) {
    await next();
    for (const [name, value] of general) addHeader(c, name, value);
    const type = c.res.headers.get('Content-Type') ?? '';
    // A browser puts the headers of a 304 in the place of those that it keeps with the page.
    const policy = c.res.status === 304 ? undefined : policyFor(type, pages);
    if (policy) addHeader(c, 'Content-Security-Policy', policy);
    // Mail programs and feed readers on the web show the site's pictures; what is said to programs is for our pages only.
    if (/json/.test(type)) addHeader(c, 'Cross-Origin-Resource-Policy', 'same-origin');
  };
}

/** Pictures, scripts and documents such as PDF get none: it says nothing there, and breaks how some browsers show PDF. */
function policyFor(type: string, pages: string): string | undefined {
  if (/^text\/html\b/.test(type)) return pages;
  if (/^image\/svg\b/.test(type)) return DRAWING;
  if (type === '' || /^text\/plain\b|json|xml/.test(type)) return NOTHING;
  return undefined;
}
