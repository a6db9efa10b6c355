import type { Article } from '../article.ts';
import { sourceOf } from '../checks/translations.ts';
import type { Finding } from '../finding.ts';
import type { SourceChange } from '../series/source-change.ts';
import { about, type Rule, readersOf } from './rule.ts';

/** Of the readers of a translation that is behind, so many are reckoned to miss what changed: one in four. */
const WEIGHT = 0.25;

/**
 * The source of a translation says something else than it did when it was translated.
 *
 * Why: readers of the translation get yesterday's answer, and nobody notices in the language of the source.
 * Formatting, pictures, links and spelling of the source do not count; a new price, step or condition does.
 *
 * To mend: bring over what changed, then write the source's present revision under `translates`.
 *
 * What an edit changed is read off its words. Where they mislead, a line at the end of the commit's message
 * decides: `Edit: minor` leaves the translations as they are, `Edit: major` puts them behind. Without a history of
 * the texts, any other word counts.
 *
 * @example
 * // translates: { id: billing/refund, revision: b3f9a1c0b7d2 }; on 2026-03-01 the source's 14 days became 30
 * 'The source en/billing/refund.md has changed since it was translated, on 2026-03-01 (“Give them 30 days”).'
 */
export const translationBehind: Rule = {
  name: 'translation-behind',
  summary: 'The source of the translation has changed in substance.',
  rests: 'facts',
  find: (context) => {
    const byId = Map.groupBy(context.articles, ({ id }) => id);
    return context.articles.flatMap((article) => {
      const { translates } = article.frontmatter;
      const source = translates && sourceOf(article, byId.get(translates.id) ?? []);
      // A source that is missing is a mistake, which `check` reports.
      if (!source || source.revision === translates.revision) return [];
      const change = context.sourceChanges?.get(article.path);
      const told = change?.source === source.path ? change : undefined;
      if (told?.known && told.changes === 0) return [];
      return {
        ...about(article, 'translates'),
        rule: translationBehind.name,
        severity: 'warning',
        ...inWords(translates.revision, source, told),
        impact: WEIGHT * readersOf(article, context),
        since: told?.first?.day,
      };
    });
  },
};

function inWords(
  named: string,
  { path, revision }: Article,
  change: SourceChange | undefined,
): Pick<Finding, 'message' | 'hint'> {
  const thenSet = `then set \`revision: ${revision}\` under \`translates\`.`;
  if (change && !change.known) {
    return {
      message: `It names \`${named}\`, a revision that its source ${path} never had.`,
      hint: `Compare it with the source, bring over what differs, ${thenSet}`,
    };
  }
  return {
    message: `The source ${path} has changed since it was translated${change ? whenInWords(change) : ''}.`,
    hint: `Bring over what changed, ${thenSet}`,
  };
}

/** When and by what the source changed, as far as it is committed. */
function whenInWords({ first, changes }: SourceChange): string {
  if (!first) return '';
  return `, ${changes > 1 ? `${changes} times, first ` : ''}on ${first.day} (“${first.subject}”)`;
}
