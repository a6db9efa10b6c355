import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Texts, translate } from '../../core/texts.ts';
import { type Env, localeOf, type Service } from '../service.ts';
import { PLAIN_STYLE } from './plain-style.ts';

/** Escaped HTML, as `html` of hono makes it. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What a page says: its heading, which is also its title, and what stands below it. */
export interface Page {
  title: string;
  body: Html;
}

/** Where the frame takes the page, and what stands in its `<title>`. */
const PAGE_MARK = '<!--kundig:page-->';
const TITLE_MARK = 'kundig:title';

/** Answers a plain form with a page in the reader's language, in the site's frame where there is one. */
export async function sendPage(
  c: Context<Env>,
  service: Service,
  page: Page,
  status: ContentfulStatusCode,
): Promise<Response> {
  const locale = localeOf(c, service.locales);
  const texts = service.texts(locale);
  const article = c.get('form')?.get('article') ?? '';
  const content = await html`<h1>${page.title}</h1>
${page.body}
${wayBack(texts, service.articleUrl(article, locale), service.homeUrl(locale))}`;
  const frame = await service.frame(locale);
  const whole = frame?.includes(PAGE_MARK)
    ? inFrame(frame, (await html`${page.title}`).toString(), content.toString())
    : await plainPage(locale, page.title, content);
  return c.html(whole, status);
}

/** Hidden fields of a form. */
export function hidden(fields: Iterable<readonly [name: string, value: string]>): Html {
  return html`${[...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

/** A form that is nothing but a button: sends hidden fields to an address relative to the page's. */
export function button(
  action: string,
  label: string,
  fields: readonly (readonly [name: string, value: string])[],
): Html {
  return html`<form method="post" action="${action}">${hidden(fields)}<button class="button button-quiet" type="submit">${label}</button></form>`;
}

function wayBack(texts: Texts, article: string | undefined, home: string): Html {
  return html`<p>${
    article && html`<a href="${article}">${translate(texts, 'collector.back')}</a> · `
  }<a href="${home}">${translate(texts, 'collector.home')}</a></p>`;
}

// A replacement given as text would be read for `$&` and the like, which a reader may have written.
function inFrame(frame: string, title: string, content: string): string {
  return frame.replaceAll(TITLE_MARK, () => title).replace(PAGE_MARK, () => content);
}

function plainPage(locale: string, title: string, content: HtmlEscapedString): Html {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(PLAIN_STYLE)}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
}
