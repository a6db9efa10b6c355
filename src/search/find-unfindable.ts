import type { Day } from '../core/calendar.ts';
import { type Content, publishedArticles } from '../core/content.ts';
import type { Finding } from '../core/finding.ts';
import { buildIndex } from './build-index.ts';
import { cutQuery } from './cut-query.ts';
import { openIndex, type SearchIndex } from './open-index.ts';
import { search } from './search.ts';

/** Results that are looked at to say where the expected article stands. */
const LOOKED_AT = 30;

/**
 * Golden queries whose article does not stand among the first results, with the article that took its place. The
 * index is built from the content as the site's is, and asked with the code that readers' browsers run.
 */
export async function findUnfindable(content: Content, today: Day): Promise<Finding[]> {
  const published = publishedArticles(content, today);
  const findable = new Set(published.map(({ id, locale }) => `${locale} ${id}`));
  const indexes = await indexesOf(content, today);
  const findings: Finding[] = [];
  for (const [place, { query, locale, article, top }] of content.queries.entries()) {
    const index = indexes.get(locale);
    // That an article is not there at all is said by a check of its own; a draft is not found by anybody yet.
    if (!index || !findable.has(`${locale} ${article}`)) continue;
    const { results } = await search(index, cutQuery(query), { limit: LOOKED_AT });
    const at = results.findIndex((result) => result.article === article);
    if (at >= 0 && at < top) continue;
    const [first] = results;
    const instead = first ? `first is \`${first.article}\` (${first.title})` : 'nothing is found';
    findings.push({
      rule: 'unfindable',
      severity: 'error',
      article,
      locale,
      file: 'queries.yaml',
      line: content.queryLines[place] ?? 1,
      message: `"${query}" brings \`${article}\` up ${at < 0 ? 'nowhere' : `at place ${at + 1}`}, not among the first ${top}; ${instead}.`,
      hint: 'Add the query to `questions` in the frontmatter of the article, or its words to synonyms.yaml.',
    });
  }
  return findings;
}

async function indexesOf(content: Content, today: Day): Promise<Map<string, SearchIndex>> {
  const asked = new Set(content.queries.map(({ locale }) => locale));
  const locales = content.site?.locales.filter((locale) => asked.has(locale)) ?? [];
  const articles = publishedArticles(content, today).filter(({ locale }) => asked.has(locale));
  const files = new Map(
    (await buildIndex(content, articles)).map(({ path, content }) => [path, new Uint8Array(content)]),
  );
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
