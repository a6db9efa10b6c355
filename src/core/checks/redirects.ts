import { addressOf } from '../article.ts';
import type { Finding } from '../finding.ts';
import { siteAddresses } from '../site-addresses.ts';
import type { Check } from './check.ts';

/** Earlier addresses that two articles claim, or at which an article or another page stands today. */
export const redirects: Check = (content) => {
  const { articles } = content;
  const pages = siteAddresses(content);
  const standing = new Map(articles.map((article) => [addressOf(article), article.path]));
  const claimed = new Map<string, string>();
  return articles.flatMap((article) =>
    article.frontmatter.redirectFrom.flatMap((written): Finding[] => {
      const address = written.endsWith('/') ? written : `${written}/`;
      const isPage = pages.has(address) || pages.has(written);
      const other =
        standing.get(address) ?? claimed.get(address) ?? (isPage ? 'a page of the site' : undefined);
      claimed.set(address, article.path);
      if (other === undefined) return [];
      return [
        {
          rule: 'redirect',
          severity: 'error',
          article: article.id,
          locale: article.locale,
          file: article.path,
          line: article.lines.redirectFrom ?? 1,
          message: `The address \`${written}\` already belongs to ${other}.`,
          hint: 'Take it out here or there: one address leads to one article.',
        },
      ];
    }),
  );
};
