import { reviewDates } from './review-dates.ts';
import { about, type Rule, readersOf } from './rule.ts';

/** Of the readers of an article whose review is overdue, so many are reckoned to be misled: one in ten. */
const WEIGHT = 0.1;

/**
 * Nobody has confirmed the answer for longer than a review of it lasts.
 *
 * Why: products, prices and screens change without anybody touching the article. Its age proves nothing, and
 * neither does an edit; only a person who has tried the answer knows that it still holds.
 *
 * To mend: try what the article says, correct it, and set `reviewed` to that day.
 *
 * How long a review lasts is set with `reviewEvery`, in site.yaml for each type or in the article itself.
 *
 * @example
 * // reviewed: 2026-01-15, type: how-to (6 months), looked at on 2026-08-01
 * 'The review of 2026-01-15 was good for 6 months, until 2026-07-15.'
 */
export const reviewDue: Rule = {
  name: 'review-due',
  summary: 'The last review has lasted longer than it may.',
  rests: 'age',
  find: (context) =>
    context.articles.flatMap((article) => {
      const dates = reviewDates(article, context);
      if (!dates?.reviewed || context.today < dates.due) return [];
      return {
        ...about(article, 'reviewed'),
        rule: reviewDue.name,
        severity: 'warning',
        message: `The review of ${dates.from} was good for ${dates.lasts}, until ${dates.due}.`,
        hint: `Try what it says, correct it, then set \`reviewed: ${context.today}\`.`,
        impact: WEIGHT * readersOf(article, context),
        since: dates.due,
      };
    }),
};
