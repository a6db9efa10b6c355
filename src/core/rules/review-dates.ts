import type { Article } from '../article.ts';
import { addDuration, type Day } from '../calendar.ts';
import type { RuleContext } from './rule.ts';

/** When an article was last confirmed, and until when that holds. */
export interface ReviewDates {
  /** Day of the last review, or of the first commit where there has been none. */
  from: Day;
  /** Has a person ever confirmed the answer? */
  reviewed: boolean;
  /** How long a review of this article lasts, e.g. `6 months`. */
  lasts: string;
  /** First day on which a new review is due. */
  due: Day;
}

/**
 * When the review of an article falls due: its `reviewed`, or else the day on which it was first committed, plus
 * its own `reviewEvery` or the site's for its type. Later commits count for nothing: edited is not reviewed. A review
 * on a day to come has not happened.
 * `undefined` where there is neither a review nor a history.
 */
export function reviewDates(
  { path, frontmatter }: Article,
  { site, history, today }: Pick<RuleContext, 'site' | 'history' | 'today'>,
): ReviewDates | undefined {
  const reviewed = frontmatter.reviewed && frontmatter.reviewed <= today ? frontmatter.reviewed : undefined;
  const from = reviewed ?? history.commits.get(path)?.at(-1)?.day;
  if (!from) return undefined;
  const lasts = frontmatter.reviewEvery ?? site.reviewEvery[frontmatter.type];
  return { from, reviewed: reviewed !== undefined, lasts, due: addDuration(from, lasts) };
}
