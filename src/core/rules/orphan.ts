import { incomingLinks } from '../incoming-links.ts';
import { relatedArticles } from '../related.ts';
import { about, type Rule, type RuleContext } from './rule.ts';

/** So many articles of a category are read at a glance; in a longer list, an article is lost. */
const AT_A_GLANCE = 10;

/**
 * No way leads to the article but the search and the long list of its category: no other article links to it, none shows it
 * as related, and it is not on the home page.
 *
 * Why: most readers of a help centre come from one answer to the next. What no other article mentions, they never see,
 * and writers forget it too.
 *
 * To mend: link to it from the article that readers have open when they need it, or give both the same `tags`. If
 * nobody needs it, delete it.
 *
 * An article in a category of at most ten is no orphan: readers see all of them at a glance. Nobody is harmed who
 * has found it, so it comes last in the list.
 *
 * @example
 * // in a category of 24 articles, without a link from any article
 * 'No other article links to it or shows it as related: only the search and the list of its category (24 articles) lead to it.'
 */
export const orphan: Rule = {
  name: 'orphan',
  summary: 'Hardly any way leads to it.',
  rests: 'facts',
  find: (context) => {
    const listed = Map.groupBy(context.articles, ({ locale, category }) => `${locale}/${category}`);
    const incoming = incomingLinks(context.articles, context.articles);
    const lonely = context.articles.filter(
      ({ path, locale, category, frontmatter }) =>
        !frontmatter.featured &&
        (listed.get(`${locale}/${category}`)?.length ?? 0) > AT_A_GLANCE &&
        !incoming.get(path)?.some((from) => from.locale === locale),
    );
    if (lonely.length === 0) return [];
    const shown = shownAsRelated(context, new Set(lonely.map(({ locale }) => locale)));
    return lonely
      .filter(({ path }) => !shown.has(path))
      .map((article) => {
        const { length } = listed.get(`${article.locale}/${article.category}`) ?? [];
        return {
          ...about(article),
          rule: orphan.name,
          severity: 'hint',
          message:
            'No other article links to it or shows it as related: only the search and the list of its category ' +
            `(${length} articles) lead to it.`,
          hint: 'Link to it from the article that readers have open when they need it, or give both the same `tags`.',
          impact: 0,
        };
      });
  },
};

/** The paths of all articles that another one shows as related, in some languages. */
function shownAsRelated({ articles }: RuleContext, locales: ReadonlySet<string>): Set<string> {
  const shown = new Set<string>();
  for (const [locale, sameLocale] of Map.groupBy(articles, (article) => article.locale)) {
    if (!locales.has(locale)) continue;
    for (const paths of relatedArticles(sameLocale).values()) {
      for (const path of paths) shown.add(path);
    }
  }
  return shown;
}
