import { html, raw } from 'hono/html';
import type { Html } from '../report.ts';
import type { PageScript } from './page-script.ts';

interface Sheet {
  /** Of the page, e.g. `de`. */
  language: string;
  title: string;
  /** Name of the help centre. */
  site: string;
  /** A line under the title that says what the page rests on. */
  scope: string;
  style: string;
  content: Html;
  /** Makes the page handier; everything stands there without it. */
  script: PageScript;
}

/**
 * A report as one HTML page that needs nothing else: no picture, no font, no network. What readers typed is quoted as
 * text, and a policy in the page keeps anything from running but the page's own script.
 */
export function sheet({ language, title, site, scope, style, content, script }: Sheet): string {
  const page = html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src ${raw(script.source)}">
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
    ${raw(withoutIndents(content))}
    <script>${raw(script.text)}</script>
  </body>
</html>`;
  return page.toString();
}

/** Markup without the indents of our templates, which would be a third of a long page. Texts hold no bare `<`. */
function withoutIndents(content: Html): string {
  return content.toString().replace(/>\s+</g, (between) => (between === '> <' ? between : '>\n<'));
}
