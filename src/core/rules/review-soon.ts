import { daysBetween } from '../calendar.ts';
import { reviewDates } from './review-dates.ts';
import { about, type Rule } from './rule.ts';

/** So many days before it falls due, a review is announced. */
const DAYS_AHEAD = 14;

/**
 * A review falls due within two weeks; of a review that lasts less than four, in the second half of its time.
 *
 * Why: whoever knows beforehand can plan the review instead of finding it overdue.
 *
 * To mend: as for `review-due`. There is time: it is a hint, and readers are not harmed yet.
 *
 * @example
 * // reviewed: 2026-01-15, type: how-to (6 months), looked at on 2026-07-10
 * 'The review of 2026-01-15 is good for 5 more days, until 2026-07-15.'
 */
export const reviewSoon: Rule = {
  name: 'review-soon',
  summary: 'A review falls due soon.',
  rests: 'age',
  uses: ['history'],
  find: (context) =>
    context.articles.flatMap((article) => {
      const dates = reviewDates(article, context);
      if (!dates || dates.due <= context.today) return [];
      const left = daysBetween(context.today, dates.due);
      if (left > Math.min(DAYS_AHEAD, daysBetween(dates.from, dates.due) / 2)) return [];
      const days = left === 1 ? '1 more day' : `${left} more days`;
      return {
        ...about(article, 'reviewed'),
        rule: reviewSoon.name,
        severity: 'hint',
        message: dates.reviewed
          ? `The review of ${dates.from} is good for ${days}, until ${dates.due}.`
          : `It was written on ${dates.from}; its first review falls due on ${dates.due}.`,
        hint: `Plan to try what it says, correct it, and set \`reviewed\` to that day.`,
        impact: 0,
      };
    }),
};
