import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { translate, translateCount } from '../core/texts.ts';
import { readTexts } from '../readers/texts.ts';
import type { SearchResult } from '../search/answer.ts';
import { openIndex } from '../search/open-index.ts';
import { search } from '../search/search.ts';

interface SearchPageOptions {
  /** Folder of the built site. */
  dir: string;
  locales: readonly string[];
  /** Path below which the site stands, without a slash at its end. */
  base: string;
}

/** Longest query that is looked up, in characters. */
const MAX_QUERY = 200;

/**
 * Answers the search form of readers whose browser runs no script: the built search page with the results in it,
 * found by the same code. With script, the page does not show them and searches by itself.
 */
export function createSearchPage({ dir, locales, base }: SearchPageOptions): Hono {
  const app = new Hono();
  app.get(`${base}/:locale/search/`, async (c, next) => {
    const locale = c.req.param('locale');
    const query = c.req.query('q')?.trim().slice(0, MAX_QUERY);
    if (!query || !locales.includes(locale)) return next();
    const page = await readFile(path.join(dir, locale, 'search/index.html'), 'utf8');
    const index = await openIndex((file) => readFile(path.join(dir, 'search', locale, file)));
    const { results } = await search(index, query);
    const list = String(await resultList(locale, base, query, results));
    return c.html(
      page.replace('<!--kundig:results-->', () => list),
      200,
      { 'Cache-Control': 'no-store' },
    );
  });
  return app;
}

function resultList(locale: string, base: string, query: string, results: readonly SearchResult[]) {
  const texts = readTexts(locale);
  const status =
    results.length === 0
      ? `${translate(texts, 'search.none', { query })} ${translate(texts, 'search.none.hint')}`
      : translateCount(texts, locale, 'search.results', results.length, { query });
  return html`<p>${status}</p>
    <ol>
      ${results.map(
        ({ article, url, title, category, excerpt }) =>
          html`<li>
            <a href="${base}${url}" data-article="${article}">${title}</a>
            <p class="result-category">${category}</p>
            <p>${excerpt.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : text))}</p>
          </li>`,
      )}
    </ol>`;
}
