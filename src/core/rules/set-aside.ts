import { votesAside } from '../aside-in-words.ts';
import type { Aside } from '../feedback.ts';
import { about, type Rule } from './rule.ts';

/** Why votes were set aside that somebody may have cast to push an article. */
const PUSHES: ReadonlySet<Aside> = new Set(['repeat', 'unproven']);

/** Fewer say little: a class or an office behind one address may vote on the same article within an hour. */
const FEWEST = 20;

/**
 * In the last 90 days, at least 20 votes on the article were set aside, as more of the same from one place or as sent without
 * the proof of work that was asked for, and at least as many as count on its present text. Somebody may be pushing it, up
 * or down.
 *
 * Why: what was set aside is in no figure. But whoever votes so often from one place may have come from a few others too,
 * and of each place some votes count.
 *
 * To mend: nothing in the text. Look at the votes of each day and at the comments before you act on the article's share. If
 * you know the reason, as an event at which many voted on one device, silence the rule for the article.
 *
 * What programs sent is left out: those that check links follow every one, and mean nobody.
 *
 * @example
 * // 35 votes from one address, and 12 from elsewhere
 * '35 recent votes were set aside: 35 more of the same from one place. Only 12 count: somebody may be pushing this article.'
 */
export const setAside: Rule = {
  name: 'set-aside',
  summary: 'As many of its votes were set aside as count.',
  rests: 'votes',
  needs: ['votes'],
  find: ({ articles, feedback, current }) => {
    const pushing = feedback.aside.filter(({ kind, reason }) => kind === 'vote' && PUSHES.has(reason));
    const byArticle = Map.groupBy(pushing, ({ article, locale }) => `${locale} ${article}`);
    return articles.flatMap((article) => {
      const rows = byArticle.get(`${article.locale} ${article.id}`) ?? [];
      const aside = rows.reduce((sum, { count }) => sum + count, 0);
      const { helpful = 0, unhelpful = 0 } = current.get(article.path) ?? {};
      const counted = helpful + unhelpful;
      if (aside < FEWEST || aside < counted) return [];
      return {
        ...about(article),
        rule: setAside.name,
        severity: 'hint',
        message: `${votesAside(rows)} ${counted === 0 ? 'None counts' : `Only ${counted} count`}: somebody may be pushing this article.`,
        hint: 'Look at its votes by day and at its comments before you act on its share.',
        impact: 0,
      };
    });
  },
};
