import { type Article, addressOf } from '../core/article.ts';
import type { Site } from '../core/site.ts';

/** An article as a report names it. */
export interface ArticlePage {
  title: string;
  /** Missing where the article is gone. */
  address?: string;
}

/** Says what an article is called and where it stands; one that is gone is called by its id. */
export function articlePages(
  articles: readonly Pick<Article, 'id' | 'locale' | 'category' | 'slug' | 'frontmatter'>[],
  site: Pick<Site, 'url'>,
): (article: string, locale: string) => ArticlePage {
  const root = site.url.replace(/\/+$/, '');
  const pages = new Map(
    articles.map((article) => [
      `${article.locale} ${article.id}`,
      { title: article.frontmatter.title, address: root + addressOf(article) },
    ]),
  );
  return (article, locale) => pages.get(`${locale} ${article}`) ?? { title: article };
}
