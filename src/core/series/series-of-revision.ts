import type { Article } from '../article.ts';
import type { AuditFeedback } from '../audit-feedback/audit-feedback.ts';
import { currentFeedback } from '../current-feedback.ts';
import type { ArticleSeries } from './vote-series.ts';

/**
 * The votes on exactly the text that each article has now, by the article's path: all that can be told without a
 * history. An article without any feedback on its text is missing.
 */
export function seriesOfRevision(
  articles: readonly Article[],
  summary: Pick<AuditFeedback, 'articles'>,
): Map<string, ArticleSeries> {
  return new Map(
    [...currentFeedback(articles, summary)].map(([path, feedback]) => [
      path,
      { current: { versions: [{ revision: feedback.revision, feedback }], feedback } },
    ]),
  );
}
