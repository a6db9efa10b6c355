import type { PageContext } from '../site/page-context.ts';

/** What the list below a search box says. */
export const LIST_TEXTS = [
  'search.again',
  'search.all-results',
  'search.corrected',
  'search.failed',
  'search.forget',
  'search.forgotten',
  'search.literal',
  'search.none',
  'search.other-ways',
  'search.recent',
  'search.remember',
  'search.remember.stop',
  'search.remember.stopped',
  'search.remembered',
  'search.results',
  'search.unsure',
];

/** What the script of the search page says. */
export const PAGE_TEXTS = [
  'level.beginner',
  'level.experienced',
  'level.expert',
  'search.busy',
  'search.cut',
  'search.failed',
  'search.filter-count',
  'search.forgotten',
  'search.literal',
  'search.none',
  'search.none.filtered',
  'search.none.hint',
  'search.results',
  'search.unsure',
  'type.faq',
  'type.how-to',
  'type.reference',
  'type.troubleshooting',
];

/** Texts for a script as JSON, each with its plural forms where it has some. Read by `src/client/texts.ts`. */
export function scriptTexts({ locale, t }: PageContext, keys: readonly string[]): string {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const names = keys.flatMap((key) => [key, ...forms.map((form) => `${key}.${form}`)]);
  // A key without a text comes back as itself.
  return JSON.stringify(
    Object.fromEntries(names.map((name) => [name, t(name)]).filter(([name, text]) => name !== text)),
  );
}
