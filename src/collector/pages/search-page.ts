import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { ARTICLE_TYPES, LEVELS } from '../../core/article.ts';
import { readTexts } from '../../readers/texts.ts';
import type { SearchAnswer, SearchOptions } from '../../search/answer.ts';
import { cutQuery } from '../../search/cut-query.ts';
import { openIndex } from '../../search/open-index.ts';
import { search } from '../../search/search.ts';
import { searchResults } from './search-results.ts';

interface SearchPageOptions {
  /** Folder of the built site. */
  dir: string;
  locales: readonly string[];
  /** Path below which the site stands, without a slash at its end. */
  base: string;
}

/**
 * Answers the search form of readers whose browser runs no script: the built search page with the results in it,
 * found by the same code. With script, the page does not show them and searches by itself.
 */
export function createSearchPage({ dir, locales, base }: SearchPageOptions): Hono {
  const app = new Hono();
  app.get(`${base}/:locale/search/`, async (c, next) => {
    const locale = c.req.param('locale');
    const query = cutQuery(c.req.query('q') ?? '');
    if (!query || !locales.includes(locale)) return next();
    const page = await readFile(path.join(dir, locale, 'search/index.html'), 'utf8').catch(() => undefined);
    const answer = await answerOf(path.join(dir, 'search', locale), locale, query, optionsIn(c.req.query()));
    // The page without results still leads on: by its topics, and by its script where one runs.
    if (!page || !answer) return next();
    const literal = `?${new URLSearchParams({ ...c.req.query(), q: query, literal: '' })}`;
    const list = String(await searchResults(answer, { texts: readTexts(locale), locale, base, literal }));
    const typed = String(html` name="q" value="${query}"`);
    return c.html(
      page.replace('<!--kundig:results-->', () => list).replace(' name="q"', () => typed),
      200,
      { 'Cache-Control': 'no-store' },
    );
  });
  return app;
}

/** `undefined` where the index cannot be read, e.g. because the site is just being built anew. */
async function answerOf(
  folder: string,
  locale: string,
  query: string,
  options: SearchOptions,
): Promise<SearchAnswer | undefined> {
  try {
    const index = await openIndex((file) => readFile(path.join(folder, file)), locale);
    return await search(index, query, options);
  } catch {
    return undefined;
  }
}

/** What the script of the search page puts into the address. */
function optionsIn({ category, type, level, literal }: Record<string, string>): SearchOptions {
  return {
    category: category || undefined,
    type: ARTICLE_TYPES.find((one) => one === type),
    level: LEVELS.find((one) => one === level),
    isLiteral: literal !== undefined,
  };
}
