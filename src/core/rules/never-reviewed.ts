import { reviewDates } from './review-dates.ts';
import { about, type Rule, readersOf } from './rule.ts';

/** Of the readers of an article that nobody has ever confirmed, so many are reckoned to be misled: one in ten. */
const WEIGHT = 0.1;

/**
 * The article has been on the site for as long as a review would last, and nobody has ever confirmed what it says.
 *
 * Why: what was right when it was written has had time to become wrong. Edits since then say nothing about it, for
 * whoever mends a comma has not tried the answer.
 *
 * To mend: try what the article says, correct it, and write `reviewed` with that day at its top.
 *
 * The time counts from the article's first commit, and lasts as long as a review: `reviewEvery`, in site.yaml for each
 * type or in the article itself. A `reviewed` that lies in the future is no review.
 *
 * @example
 * // first committed on 2026-01-10, type: how-to (6 months), no `reviewed`
 * 'It was never reviewed since it was written on 2026-01-10; a review was due on 2026-07-10.'
 */
export const neverReviewed: Rule = {
  name: 'never-reviewed',
  summary: 'Nobody has ever confirmed what it says.',
  rests: 'age',
  needs: ['history'],
  find: (context) =>
    context.articles.flatMap((article) => {
      const dates = reviewDates(article, context);
      if (!dates || dates.reviewed || context.today < dates.due) return [];
      return {
        ...about(article, 'reviewed'),
        rule: neverReviewed.name,
        severity: 'warning',
        message: `It was never reviewed since it was written on ${dates.from}; a review was due on ${dates.due}.`,
        hint: `Try what it says, correct it, then write \`reviewed: ${context.today}\` at its top.`,
        impact: WEIGHT * readersOf(article, context),
        since: dates.due,
      };
    }),
};
