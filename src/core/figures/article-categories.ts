import type { Article, Category } from '../article.ts';

/**
 * Says to which category an article belongs, by the category's id. An article that is gone belongs where its id says,
 * and to none, which is the empty text, where it says nothing.
 *
 * @example categoriesOf(articles, categories)('billing/refund', 'de') // 'billing'
 */
export function categoriesOf(
  articles: readonly Pick<Article, 'id' | 'locale' | 'category'>[],
  categories: readonly Pick<Category, 'id' | 'locale' | 'folder'>[],
): (article: string, locale: string) => string {
  const ids = new Map(categories.map(({ id, locale, folder }) => [`${locale} ${folder}`, id]));
  const known = new Map(
    articles.map(({ id, locale, category }) => [
      `${locale} ${id}`,
      ids.get(`${locale} ${category}`) ?? category,
    ]),
  );
  return (article, locale) =>
    known.get(`${locale} ${article}`) ?? (article.includes('/') ? (article.split('/')[0] ?? '') : '');
}
