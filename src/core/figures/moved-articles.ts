import { compareText } from '../text-order.ts';
import type { ArticleFigures } from './article-figures.ts';

/** Most articles in each list. */
const MOST_ARTICLES = 5;

/**
 * The articles of which it is sure that they help more readers than before, or fewer; the surest first, which is the one
 * whose change is largest at least.
 */
export function movedMost(articles: readonly ArticleFigures[]): {
  gained: ArticleFigures[];
  lost: ArticleFigures[];
} {
  const of = (verdict: 'better' | 'worse', surety: (article: ArticleFigures) => number) =>
    articles
      .filter(({ change }) => change?.verdict === verdict)
      .sort(
        (a, b) =>
          surety(b) - surety(a) || compareText(a.article, b.article) || compareText(a.locale, b.locale),
      )
      .slice(0, MOST_ARTICLES);
  return {
    gained: of('better', ({ change }) => change?.low ?? 0),
    lost: of('worse', ({ change }) => -(change?.high ?? 0)),
  };
}
