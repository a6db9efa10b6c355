import type { Day } from '../core/calendar.ts';
import { type Content, publishedArticles } from '../core/content.ts';
import type { GoldenPlacement } from '../core/golden-query.ts';
import { cutQuery } from './cut-query.ts';
import type { SearchIndex } from './open-index.ts';
import { openIndexes } from './open-indexes.ts';
import { search } from './search.ts';

/** Results that are looked at to say where the expected article stands. */
const LOOKED_AT = 30;

/**
 * Where each golden query brings its article. Those are left out of which the article is not there, which a check of
 * its own says, or is not published, so that nobody finds it yet.
 *
 * @param indexes of the languages of the queries; without them, they are built
 */
export async function placeGoldenQueries(
  content: Content,
  today: Day,
  indexes?: ReadonlyMap<string, SearchIndex>,
): Promise<GoldenPlacement[]> {
  const published = publishedArticles(content, today);
  const findable = new Set(published.map(({ id, locale }) => `${locale} ${id}`));
  const asked = new Set(content.queries.map(({ locale }) => locale));
  const opened = indexes ?? (await openIndexes(content, today, asked));
  const placements: GoldenPlacement[] = [];
  for (const [index, golden] of content.queries.entries()) {
    const { query, locale, article } = golden;
    const own = opened.get(locale);
    if (!own || !findable.has(`${locale} ${article}`)) continue;
    const { results } = await search(own, cutQuery(query), { limit: LOOKED_AT });
    const at = results.findIndex((result) => result.article === article);
    const [first] = results;
    placements.push({
      ...golden,
      line: content.queryLines[index] ?? 1,
      ...(at >= 0 && { place: at + 1 }),
      ...(first && { first: { article: first.article, title: first.title } }),
    });
  }
  return placements;
}
