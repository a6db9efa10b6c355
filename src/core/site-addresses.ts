import type { Article, Category } from './article.ts';

/** Pages that each language has besides its articles, below its folder. */
const PAGES = ['', 'search/', 'survey/', 'contact/', 'feed.xml'];
/** What stands at the top of the site. */
const FILES = ['/', '/robots.txt', '/sitemap.xml', '/404.html', '/redirects.json'];

/** What decides which pages a site has; a whole content folder fits. */
interface Places {
  site?: { locales: readonly string[] };
  articles: readonly Pick<Article, 'locale' | 'category'>[];
  categories: readonly Pick<Category, 'locale' | 'folder'>[];
}

/** Addresses of everything on the site that is neither an article nor a file of the writers. */
export function siteAddresses({ site, articles, categories }: Places): Set<string> {
  return new Set([
    ...FILES,
    ...(site?.locales ?? []).flatMap((locale) => PAGES.map((page) => `/${locale}/${page}`)),
    ...articles.map(({ locale, category }) => `/${locale}/${category}/`),
    ...categories.map(({ locale, folder }) => `/${locale}/${folder}/`),
  ]);
}
