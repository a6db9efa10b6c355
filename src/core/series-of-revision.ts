import type { Article } from './article.ts';
import type { AuditFeedback } from './audit-feedback.ts';
import type { ArticleSeries } from './vote-series.ts';

/**
 * The votes on exactly the text that each article has now, by the article's path: all that can be told without a
 * history. An article without any feedback on its text is missing.
 */
export function seriesOfRevision(
  articles: readonly Article[],
  { articles: feedback }: AuditFeedback,
): Map<string, ArticleSeries> {
  const key = (id: string, locale: string, revision: string) => `${id} ${locale} ${revision}`;
  const byRevision = new Map(feedback.map((one) => [key(one.article, one.locale, one.revision), one]));
  return new Map(
    articles.flatMap(({ id, locale, revision, path }): [string, ArticleSeries][] => {
      const found = byRevision.get(key(id, locale, revision));
      return found
        ? [[path, { current: { versions: [{ revision, feedback: found }], feedback: found } }]]
        : [];
    }),
  );
}
