import type { AuditFeedback } from '../core/audit-feedback/audit-feedback.ts';
import type { Day } from '../core/calendar.ts';
import { type Content, publishedArticles } from '../core/content.ts';
import type { GoldenPlacement } from '../core/golden-query.ts';
import { formsBy } from '../core/learning/phrasing.ts';
import { findGaps } from '../core/search-gaps/find-gaps.ts';
import type { AnsweredGap } from '../core/search-gaps/search-gap.ts';
import { answerGaps } from './answer-gaps.ts';
import { loadLanguage } from './language.ts';
import { openIndexes } from './open-indexes.ts';
import { placeGoldenQueries } from './place-golden-queries.ts';

/** What the search of a site says to the audit. */
export interface SearchFacts {
  /** Where the golden queries bring their articles. */
  goldenPlacements: GoldenPlacement[];
  /** What readers look for and do not find. */
  searchGaps: AnsweredGap[];
}

/** Asks the search of a site the golden queries, and what readers looked for in vain. Its index is built once. */
export async function askSearch(
  content: Content,
  { searches, leads }: Pick<AuditFeedback, 'searches' | 'leads'>,
  today: Day,
): Promise<SearchFacts> {
  const { locales = [], limits } = content.site ?? {};
  const languages = new Map(
    await Promise.all(locales.map(async (locale) => [locale, await loadLanguage(locale)] as const)),
  );
  const formOf = formsBy((word, locale) => languages.get(locale)?.stemOf(word) ?? word);
  // Anybody may send a search in a language that the site has not.
  const own = searches.filter(({ locale }) => languages.has(locale));
  const gaps = limits ? findGaps(own, { formOf, fewest: limits.gapSearches }) : [];
  const asked = new Set([...content.queries, ...gaps].map(({ locale }) => locale));
  const indexes = await openIndexes(content, today, asked);
  return {
    goldenPlacements: await placeGoldenQueries(content, today, indexes),
    searchGaps: await answerGaps(gaps, { indexes, articles: publishedArticles(content, today), leads }),
  };
}
