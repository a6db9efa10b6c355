import type { Article } from './article.ts';
import type { RevisionSummary } from './feedback.ts';

/**
 * What readers said and did on the text that each article has now, by the article's path. Votes on an earlier
 * text say nothing about this one; an article without any feedback on its text is missing.
 */
export function currentFeedback<Summary extends RevisionSummary>(
  articles: readonly Article[],
  { articles: summaries }: { articles: readonly Summary[] },
): Map<string, Summary> {
  const key = (id: string, locale: string, revision: string) => `${id} ${locale} ${revision}`;
  const byRevision = new Map(summaries.map((one) => [key(one.article, one.locale, one.revision), one]));
  return new Map(
    articles.flatMap(({ id, locale, revision, path }) => {
      const summary = byRevision.get(key(id, locale, revision));
      return summary ? [[path, summary]] : [];
    }),
  );
}
