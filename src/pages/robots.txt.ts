import { absolute } from '../site/page-context.ts';

/** Invites search engines to everything and shows them the sitemap. */
export function GET(): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml')}\n`);
}
