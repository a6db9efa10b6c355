import type { AuditFeedback } from './audit-feedback.ts';

/**
 * The same feedback in the order that {@link AuditFeedback} promises, so that it does not tell where it came from.
 * Sheets that came in at the same instant stay as they are.
 */
export function inOrder(feedback: AuditFeedback): AuditFeedback {
  return {
    articles: feedback.articles.toSorted(
      (a, b) =>
        compare(a.article, b.article) || compare(a.locale, b.locale) || compare(a.revision, b.revision),
    ),
    searches: feedback.searches.toSorted(
      (a, b) => b.searches - a.searches || compare(a.locale, b.locale) || compare(a.query, b.query),
    ),
    contacts: feedback.contacts.toSorted(
      (a, b) => compare(a.article, b.article) || compare(a.locale, b.locale),
    ),
    comments: feedback.comments.toSorted(
      (a, b) => b.received.getTime() - a.received.getTime() || compare(a.id, b.id),
    ),
    leads: feedback.leads.toSorted(
      (a, b) =>
        b.opens - a.opens ||
        compare(a.article, b.article) ||
        compare(a.locale, b.locale) ||
        compare(a.query, b.query),
    ),
    sheets: feedback.sheets.toSorted((a, b) => a.received.getTime() - b.received.getTime()),
    later: feedback.later,
  };
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
