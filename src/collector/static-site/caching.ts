/** For files whose names change with their content. */
export const FOREVER = 'public, max-age=31536000, immutable';

const NAMED_BY_CONTENT = /^\/(?:_astro|search\/[^/]+\/[0-9a-f]{12})\//;

/**
 * How long a file of the site may be kept. Names of bundled files and of the search index change with their content, so
 * they are kept for ever. Everything else is asked for anew each time, and sent again only if it has changed.
 *
 * @param address within the site, e.g. `/_astro/page.abc123.css`
 */
export function cacheControl(address: string): string {
  return NAMED_BY_CONTENT.test(address) ? FOREVER : 'no-cache';
}
