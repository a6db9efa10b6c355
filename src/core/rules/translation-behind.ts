import { sourceOf } from '../checks/translations.ts';
import type { Commit } from '../history.ts';
import { about, type Rule, readersOf } from './rule.ts';

/** Of the readers of a translation that is behind, so many are reckoned to miss what changed: one in four. */
const WEIGHT = 0.25;

/**
 * The words of the source are no longer those from which a translation was made.
 *
 * Why: readers of the translation get yesterday's answer, and nobody notices in the language of the source.
 * Formatting, pictures and links of the source do not count, only its words.
 *
 * To mend: bring over what changed, then write the source's present revision under `translates`.
 *
 * @example
 * // translates: { id: billing/refund, revision: b3f9a1c0b7d2 }; the source is at b01dfacecafe
 * 'The source en/billing/refund.md has changed since it was translated, last on 2026-03-01.'
 */
export const translationBehind: Rule = {
  name: 'translation-behind',
  rests: 'facts',
  find: (context) => {
    const byId = Map.groupBy(context.articles, ({ id }) => id);
    return context.articles.flatMap((article) => {
      const { translates } = article.frontmatter;
      const source = translates && sourceOf(article, byId.get(translates.id) ?? []);
      // A source that is missing is a mistake, which `check` reports.
      if (!source || source.revision === translates.revision) return [];
      const changes = context.history.commits.get(source.path) ?? [];
      const last = changes[0] && `, last on ${changes[0].day}`;
      return {
        ...about(article, 'translates'),
        rule: translationBehind.name,
        severity: 'warning',
        message: `The source ${source.path} has changed since it was translated${last ?? ''}.`,
        hint: `Bring over what changed, then set \`revision: ${source.revision}\` under \`translates\`.`,
        impact: WEIGHT * readersOf(article, context),
        since: firstAfter(changes, context.history.commits.get(article.path)?.[0])?.day,
      };
    });
  },
};

/** The first change of the source after the last one of its translation, or else its last change. */
function firstAfter(changes: readonly Commit[], translation: Commit | undefined): Commit | undefined {
  return changes.findLast(({ day }) => translation !== undefined && day > translation.day) ?? changes[0];
}
