import type { Article } from '../core/article.ts';
import type { ArticlePast } from '../core/explanation.ts';
import type { RuleContext } from '../core/rules/rule.ts';
import { withFeedback } from '../core/series/article-series.ts';
import { kindsIn, vocabulariesOf } from '../core/series/kinds-of-edits.ts';
import { textVersions } from '../core/series/text-versions.ts';
import { ArticleTexts } from './article-texts.ts';

/**
 * Everything that git knows of the past of one article: all texts that it has had, with what readers said of each,
 * and the days of its reviews.
 *
 * @throws {UserError} if git fails
 */
export async function readPast(
  article: Article,
  { content, history, feedback }: Pick<RuleContext, 'content' | 'history' | 'feedback'>,
): Promise<ArticlePast> {
  const texts = new ArticleTexts(content.dir, history.commits);
  try {
    const all = await texts.all(article);
    const said = feedback.articles.filter(
      (one) => one.article === article.id && one.locale === article.locale,
    );
    const { locale } = article;
    const versions = textVersions(all, kindsIn(vocabulariesOf(content.articles, [locale]))(locale));
    const reviews = new Set(all.flatMap(({ text }) => text?.reviewed ?? []));
    return { versions: withFeedback(versions, said), reviews: [...reviews].sort().reverse() };
  } finally {
    await texts.close();
  }
}
