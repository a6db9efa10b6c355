import { html, raw } from 'hono/html';
import { codeSpans } from '../../core/quoting/code-spans.ts';
import type { ArticlePage } from '../article-pages.ts';
import type { Html } from '../report.ts';
import type { Digest } from './digest.ts';
import { SIGNS } from './signs.ts';

/** Colours are left to the reader's mail program, which knows whether it is dark: only lines have one. */
const LINE = '1px solid #888888';
const FONT = "font-family: system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const HEADING = `margin: 24px 0 8px; padding-top: 16px; border-top: ${LINE}; font-size: 19px; line-height: 1.3`;
const LIST = 'margin: 0 0 12px; padding: 0 0 0 20px';
const ITEM = 'margin: 0 0 8px';
const TEXT = 'margin: 0 0 12px';
/** The blue of links is hard to read on some dark grounds. */
const LINK = 'color: inherit; text-decoration: underline';

/**
 * The digest as a mail: one page with its styles in its elements, without scripts, pictures or anything from elsewhere.
 * Read as text it keeps its order, and it says in words and signs what colour would say.
 */
export function digestHtml({ locale, title, scope, demo, changed, toDo }: Digest): string {
  const page = html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>${title}</title>
  </head>
  <body style="margin: 0; padding: 0">
    ${raw(`<!-- Outlook knows no greatest width: a table gives it one. -->
    <!--[if mso]><table role="presentation" width="640" align="center"><tr><td><![endif]-->`)}
    <div role="main" style="box-sizing: border-box; max-width: 640px; margin: 0 auto; padding: 16px; ${FONT}; font-size: 16px; line-height: 1.5; overflow-wrap: break-word">
      <h1 style="margin: 0 0 4px; font-size: 23px; line-height: 1.25">${title}</h1>
      <p style="${TEXT}">${scope}</p>
      ${demo && html`<p style="${TEXT}; padding: 8px 12px; border: ${LINE}"><strong>${demo}</strong></p>`}
      <h2 style="${HEADING}">${changed.heading}</h2>
      ${figures(changed)}
      ${changes(changed)}
      ${changed.notes.map(paragraph)}
      <h2 style="${HEADING}">${toDo.heading}</h2>
      ${toDo.owners.map(
        ({ heading, tasks }) => html`<h3 style="margin: 0 0 4px; font-size: 16px">${heading}</h3>
      <ul style="${LIST}">${tasks.map(
        ({ subject, language, text, detail }) =>
          html`<li style="${ITEM}">${named(subject, language)}: ${text}${detail && html` <span lang="en">${marked(detail)}</span>`}</li>
      `,
      )}</ul>`,
      )}
      ${toDo.notes.map(paragraph)}
      ${toDo.list && html`<p style="${TEXT}">${named(toDo.list)}</p>`}
    </div>
    ${raw('<!--[if mso]></td></tr></table><![endif]-->')}
  </body>
</html>`;
  return `${page}\n`;
}

function figures({ figures }: Digest['changed']): Html | false {
  return (
    figures.length > 0 &&
    html`<ul style="${LIST}">${figures.map(
      ({ figure, text }) => html`<li style="${ITEM}"><strong>${figure}</strong> ${text}</li>
      `,
    )}</ul>`
  );
}

function changes({ changes }: Digest['changed']): Html | false {
  return (
    changes.length > 0 &&
    html`<ul style="${LIST}">${changes.map(
      ({ verdict, label, subject, language, text }) =>
        html`<li style="${ITEM}">${SIGNS[verdict]} ${label}: ${named(subject, language)}. ${text}</li>
      `,
    )}</ul>`
  );
}

function named({ title, address }: ArticlePage, language?: string): Html {
  const own = language && html` lang="${language}"`;
  return address
    ? html`<a href="${address}"${own} style="${LINK}">${title}</a>`
    : html`<strong${own}>${title}</strong>`;
}

function paragraph(text: string): Html {
  return html`<p style="${TEXT}">${marked(text)}</p>
      `;
}

/** What stands in backquotes is code. */
function marked(text: string): Html[] {
  return codeSpans(text).map((span) => (span.isCode ? html`<code>${span.text}</code>` : html`${span.text}`));
}
