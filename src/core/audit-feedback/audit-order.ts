import { compareText } from '../text-order.ts';
import type { AuditFeedback } from './audit-feedback.ts';

/**
 * The same feedback in the order that {@link AuditFeedback} promises, so that it does not tell where it came from.
 * Sheets that came in at the same instant stay as they are.
 */
export function inOrder(feedback: AuditFeedback): AuditFeedback {
  return {
    articles: feedback.articles.toSorted(
      (a, b) =>
        compareText(a.article, b.article) ||
        compareText(a.locale, b.locale) ||
        compareText(a.revision, b.revision),
    ),
    searches: feedback.searches.toSorted(
      (a, b) => b.searches - a.searches || compareText(a.locale, b.locale) || compareText(a.query, b.query),
    ),
    contacts: feedback.contacts.toSorted(
      (a, b) => compareText(a.article, b.article) || compareText(a.locale, b.locale),
    ),
    comments: feedback.comments.toSorted(
      (a, b) => b.received.getTime() - a.received.getTime() || compareText(a.id, b.id),
    ),
    leads: feedback.leads.toSorted(
      (a, b) =>
        b.opens - a.opens ||
        compareText(a.article, b.article) ||
        compareText(a.locale, b.locale) ||
        compareText(a.query, b.query),
    ),
    sheets: feedback.sheets.toSorted((a, b) => a.received.getTime() - b.received.getTime()),
    later: feedback.later,
    aside: feedback.aside,
  };
}
