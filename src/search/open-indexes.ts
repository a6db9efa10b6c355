import type { Day } from '../core/calendar.ts';
import { type Content, publishedArticles } from '../core/content.ts';
import { buildIndex } from './build-index.ts';
import { openIndex, type SearchIndex } from './open-index.ts';

/**
 * The search of a site in memory, by language: built from the content as the site's is, and asked with the code that
 * readers' browsers run.
 *
 * @param asked the languages that are needed
 */
export async function openIndexes(
  content: Content,
  today: Day,
  asked: ReadonlySet<string>,
): Promise<Map<string, SearchIndex>> {
  const locales = content.site?.locales.filter((locale) => asked.has(locale)) ?? [];
  const articles = publishedArticles(content, today).filter(({ locale }) => asked.has(locale));
  const built = await buildIndex(content, articles, async (text) => Buffer.from(text));
  const files = new Map(built.map(({ path, content }) => [path, new Uint8Array(content)]));
  return new Map(
    await Promise.all(
      locales.map(async (locale): Promise<[string, SearchIndex]> => {
        const read = async (path: string) => {
          const file = files.get(`${locale}/${path}`);
          if (!file) throw new Error(`The index has no ${path}.`);
          return file;
        };
        return [locale, await openIndex(read, locale)];
      }),
    ),
  );
}
