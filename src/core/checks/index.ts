import type { Day } from '../calendar.ts';
import type { Content } from '../content.ts';
import { byPlace, type Finding } from '../finding.ts';
import { categories } from './categories.ts';
import type { Check } from './check.ts';
import { dates } from './dates.ts';
import { duplicateAddresses } from './duplicate-addresses.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { facts } from './facts.ts';
import { goldenQueries } from './golden-queries.ts';
import { images } from './images.ts';
import { links } from './links.ts';
import { redirects } from './redirects.ts';
import { ruleNames } from './rule-names.ts';
import { screenshots } from './screenshots.ts';
import { surveyCategories } from './survey-categories.ts';
import { translations } from './translations.ts';

/** Every check. A new one is one file and one line here. */
export const checks: readonly Check[] = [
  categories,
  dates,
  duplicateAddresses,
  duplicateIds,
  facts,
  goldenQueries,
  images,
  links,
  redirects,
  ruleNames,
  screenshots,
  surveyCategories,
  translations,
];

/** Every mistake in a content folder, those met while reading it included, in the order of files and lines. */
export function findMistakes(content: Content, today: Day): Finding[] {
  return [...content.findings, ...checks.flatMap((check) => check(content, today))].sort(byPlace);
}
