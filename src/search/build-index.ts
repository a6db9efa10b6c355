import * as pagefind from 'pagefind';
import { type Article, addressOf } from '../core/article.ts';
import type { Content } from '../core/content.ts';
import { UserError } from '../core/user-error.ts';
import { indexPage } from './index-page.ts';

/** One file of the finished index, e.g. `pagefind.js`. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/**
 * Builds the search index of a site: one for each language, in a folder of its name. A reader loads the one of
 * the page's language, and never an article of another.
 *
 * @param articles those that readers may find
 * @throws {UserError} if the engine cannot be started or refuses an article
 */
export async function buildIndex(content: Content, articles: readonly Article[]): Promise<IndexFile[]> {
  const files: IndexFile[] = [];
  for (const locale of content.site?.locales ?? []) {
    const sameLocale = articles.filter((article) => article.locale === locale);
    for (const file of await buildLanguage(content, locale, sameLocale)) {
      files.push({ path: `${locale}/${file.path}`, content: file.content });
    }
  }
  return files;
}

async function buildLanguage(
  { categories, synonyms }: Content,
  locale: string,
  articles: readonly Article[],
): Promise<IndexFile[]> {
  const titles = new Map(
    categories.filter((one) => one.locale === locale).map(({ folder, title }) => [folder, title]),
  );
  const { index, errors } = await pagefind.createIndex({ forceLanguage: locale, writePlayground: false });
  if (!index)
    throw new UserError(`The search engine does not start: ${errors.join('; ')}`, 'Run npm install again.');
  for (const article of articles) {
    const page = indexPage(article, titles.get(article.category) ?? article.category, synonyms);
    const added = await index.addHTMLFile({ url: addressOf(article), content: page });
    if (added.errors.length > 0) {
      throw new UserError(
        `${article.path} cannot be searched: ${added.errors.join('; ')}`,
        'Report this as a bug.',
      );
    }
  }
  const { files, errors: problems } = await index.getFiles();
  if (problems.length > 0)
    throw new UserError(`The search index failed: ${problems.join('; ')}`, 'Build again.');
  await index.deleteIndex();
  return files.filter(({ path }) => !UNUSED.test(path));
}

/** Ready-made interfaces of the engine, which the site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;
