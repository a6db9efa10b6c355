import type { Article } from '../article.ts';
import type { ReaderComment } from '../audit-feedback/audit-feedback.ts';
import { dayOf } from '../calendar.ts';
import type { Quote } from '../finding.ts';
import { openComments } from '../resolved-comments.ts';
import type { RuleContext } from './rule.ts';

/** A writer reads so many at a glance. */
const MOST_QUOTES = 5;

/**
 * What readers wrote about the present text of an article and no commit has dealt with, the newest first, at most
 * {@link MOST_QUOTES}; `undefined` where there is nothing to quote.
 *
 * @param isWanted which comments to quote; all of those who were not helped, unless it is given
 */
export function quotesOf(
  article: Article,
  context: RuleContext,
  isWanted: (comment: ReaderComment) => boolean = ({ helpful }) => !helpful,
): Quote[] | undefined {
  const quotes = openComments(article, context)
    .filter(isWanted)
    .slice(0, MOST_QUOTES)
    .map(({ id, received, comment }) => ({ id, day: dayOf(received), text: comment }));
  return quotes.length > 0 ? quotes : undefined;
}
