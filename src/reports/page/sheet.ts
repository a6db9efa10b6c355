import { html, raw } from 'hono/html';
import type { Piece } from './section.ts';

interface Sheet {
  /** Of the page, e.g. `de`. */
  language: string;
  title: string;
  /** Name of the help centre. */
  site: string;
  /** A line under the title that says what the page rests on. */
  scope: string;
  style: string;
  content: Piece;
}

/**
 * A report as one HTML page that needs nothing else: no script, no picture, no font, no network. What readers typed is
 * quoted as text, and a policy in the page keeps anything else from running.
 */
export function sheet({ language, title, site, scope, style, content }: Sheet): string {
  const page = html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="robots" content="noindex">
    <meta name="referrer" content="no-referrer">
    <title>${title} · ${site}</title>
    <style>${raw(style)}</style>
  </head>
  <body>
    <header>
      <p class="site">${site}</p>
      <h1>${title}</h1>
      <p class="quiet">${scope}</p>
    </header>
    ${content}
  </body>
</html>`;
  return page.toString();
}
