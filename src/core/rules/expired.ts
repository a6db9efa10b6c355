import type { Article } from '../article.ts';
import { incomingLinks } from '../incoming-links.ts';
import { listed } from './listed.ts';
import { about, type Rule, readersOf } from './rule.ts';

/** Of the readers of an article that links to a page which is gone, so many are reckoned to follow the link: one in fifty. */
const WEIGHT = 0.02;
/** More articles than this are counted instead of named. */
const NAMED = 3;

/**
 * The last day of the article has passed: its page is gone from the site, and its file is still in the folder.
 *
 * Why: files that nobody reads are translated and tidied all the same, and one day somebody brings an old offer back by
 * accident. Where other articles still link to the page, their readers end on a page that is missing.
 *
 * To mend: delete the file, or give it a later `expiresAt` if it holds after all. Take out the links that lead to it.
 *
 * @example
 * // expiresAt: 2026-07-01, looked at on 2026-08-01
 * 'It left the site on 2026-07-01, and en/billing/refund.md still links to it.'
 */
export const expired: Rule = {
  name: 'expired',
  summary: 'Its last day has passed, and its file is still there.',
  rests: 'age',
  find: (context) => {
    const gone = context.content.articles.filter(
      ({ locale, frontmatter: { draft, expiresAt } }) =>
        !draft && expiresAt && expiresAt <= context.today && context.site.locales.includes(locale),
    );
    if (gone.length === 0) return [];
    const incoming = incomingLinks(context.articles, gone);
    return gone.map((article) => {
      const { expiresAt = '' } = article.frontmatter;
      const linking = incoming.get(article.path) ?? [];
      const base = { ...about(article, 'expiresAt'), rule: expired.name, since: expiresAt };
      if (linking.length === 0) {
        return {
          ...base,
          severity: 'hint',
          message: `It left the site on ${expiresAt}, and its file is still here.`,
          hint: 'Delete the file, or give it a later `expiresAt`.',
          impact: 0,
        };
      }
      const readers = linking.reduce((sum, one) => sum + readersOf(one, context), 0);
      return {
        ...base,
        severity: 'warning',
        message: `It left the site on ${expiresAt}, and ${stillLink(linking)} to it.`,
        hint: 'Take the links out and delete the file, or give it a later `expiresAt`.',
        impact: WEIGHT * readers,
      };
    });
  },
};

function stillLink(articles: readonly Article[]): string {
  const names = articles.slice(0, NAMED).map(({ path }) => path);
  const more = articles.length - names.length;
  const who = listed(more > 0 ? [...names, `${more} more`] : names);
  return `${who} still ${articles.length === 1 ? 'links' : 'link'}`;
}
