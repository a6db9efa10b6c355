import { createHash } from 'node:crypto';
import type { Site } from './site.ts';

/** The colour of a help centre whose company names none. */
const ACCENT = '#0f4c5c';

/** The company's colour. E.g. `#0b5cad` */
export function accentOf({ brand }: Pick<Site, 'brand'>): string {
  return brand.accent ?? ACCENT;
}

/** The one style that stands in every page itself, because each help centre has its own. */
export function brandStyle(site: Pick<Site, 'brand'>): string {
  return `:root{--brand:${accentOf(site)}}`;
}

/**
 * What a browser may load and run in the pages of a help centre: files of the site itself, and nothing that stands
 * in a page, so that text which slips through as HTML runs no script (Content Security Policy, level 3).
 *
 * @param inlineStyles further styles that stand in a page itself
 *
 * @example
 * pagePolicy(site); // "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-…'; …"
 */
export function pagePolicy(
  site: Pick<Site, 'brand' | 'collector'>,
  inlineStyles: readonly string[] = [],
): string {
  const collector = site.collector === undefined ? '' : ` ${new URL(site.collector).origin}`;
  const styles = [brandStyle(site), ...inlineStyles].map((style) => ` ${hashOf(style)}`).join('');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self'${styles}`,
    // Articles show pictures, films and embedded pages from elsewhere, which run nothing in ours.
    "img-src 'self' data: https:",
    "media-src 'self' https:",
    "frame-src 'self' https:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self'${collector}`,
    `form-action 'self'${collector}`,
    "base-uri 'none'",
    "object-src 'none'",
    // Text never becomes HTML or a script by way of ours either.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/**
 * Who may show a page within one of theirs. A browser reads it in headers only, not in a page itself.
 *
 * @example
 * framePolicy({ embed: ['https://app.example.com'] }); // "frame-ancestors 'self' https://app.example.com"
 */
export function framePolicy({ embed }: Pick<Site, 'embed'>): string {
  return `frame-ancestors ${embed.length === 0 ? "'none'" : ["'self'", ...embed].join(' ')}`;
}

function hashOf(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
