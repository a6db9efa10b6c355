import type { SearchSummary } from '../feedback.ts';
import { SMALLEST_GROUP } from '../figures/small-groups.ts';
import { type FormOf, wordsOf } from '../learning/phrasing.ts';
import { findPersonalData } from '../personal-data.ts';
import { wilson } from '../statistics/wilson.ts';
import { compareText } from '../text-order.ts';
import { groupAlike, type Meant } from './group-alike.ts';
import { isNoise } from './noise.ts';
import type { SearchGap } from './search-gap.ts';

/** A gap is what more of its searches miss than find: the lower bound of the share that failed is at least this. */
const FAILED_SHARE = 0.5;
/** More phrasings than these say nothing that the first ones do not. */
const MOST_PHRASINGS = 5;
/** Longer ones are stories rather than questions. In characters. */
const LONGEST = 120;

/**
 * What readers look for and do not find, the most failed searches first: groups of alike searches of which clearly
 * more than half found nothing or led to no article.
 *
 * Readers who got their answer from the list of results took no article either, and some try a second time: so a gap
 * needs several searches, and the lower end of the 95 % Wilson interval of the share that failed must reach one half.
 *
 * A search that may tell who asked is left out. A phrasing with a word that fewer than five searches hold is counted
 * and not shown, as the word may be a name.
 *
 * @param fewest searches that a gap needs
 */
export function findGaps(
  searches: readonly SearchSummary[],
  { formOf, fewest }: { formOf: FormOf; fewest: number },
): SearchGap[] {
  return [...Map.groupBy(searches, ({ locale }) => locale)]
    .flatMap(([locale, own]) => {
      const meant = own.flatMap((search) => meantBy(search, formOf));
      const uses = usesOf(meant);
      return groupAlike(meant).flatMap((group) => gapOf(locale, group, uses, fewest) ?? []);
    })
    .sort(
      (a, b) =>
        failuresOf(b) - failuresOf(a) ||
        compareText(a.phrasings[0]?.query ?? '', b.phrasings[0]?.query ?? '') ||
        compareText(a.locale, b.locale),
    );
}

/** Searches of a gap that found nothing or led to no article. */
export function failuresOf({ withoutResult, ignored }: Pick<SearchGap, 'withoutResult' | 'ignored'>): number {
  return withoutResult + ignored;
}

/** A search with the forms of its words; nothing where it says nothing, or tells a story. */
function meantBy(search: SearchSummary, formOf: FormOf): Meant[] {
  const { query, locale } = search;
  if (query.length > LONGEST) return [];
  const words = wordsOf(query, locale).filter((word) => formOf(word, locale) !== undefined);
  if (words.every((word) => isNoise(word.toLowerCase()))) return [];
  return [{ search, forms: new Set(words.flatMap((word) => formOf(word, locale) ?? [])) }];
}

/** How many searches hold a form. */
function usesOf(meant: readonly Meant[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { search, forms } of meant) {
    for (const form of forms) uses.set(form, (uses.get(form) ?? 0) + search.searches);
  }
  return uses;
}

function gapOf(
  locale: string,
  alike: readonly Meant[],
  uses: ReadonlyMap<string, number>,
  fewest: number,
): SearchGap | undefined {
  // Most groups are too small anyway, and looking for personal data takes longest.
  if (alike.reduce((total, { search }) => total + search.searches, 0) < fewest) return undefined;
  const group = alike.filter(({ search }) => findPersonalData(search.query).length === 0);
  const sum = (count: (search: SearchSummary) => number) =>
    group.reduce((total, { search }) => total + count(search), 0);
  const searches = sum((search) => search.searches);
  const withoutResult = sum((search) => search.withoutResult);
  const ignored = sum((search) => search.ignored);
  const failures = Math.min(searches, withoutResult + ignored);
  if (searches < fewest || wilson(failures, searches).low < FAILED_SHARE) return undefined;
  const phrasings = group
    .filter(({ forms }) => [...forms].every((form) => (uses.get(form) ?? 0) >= SMALLEST_GROUP))
    .map(({ search }) => ({ query: search.query, searches: search.searches }))
    .sort((a, b) => b.searches - a.searches || compareText(a.query, b.query))
    .slice(0, MOST_PHRASINGS);
  return phrasings.length > 0 ? { locale, phrasings, searches, withoutResult, ignored } : undefined;
}
