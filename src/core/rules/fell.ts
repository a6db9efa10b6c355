import { dayOf } from '../calendar.ts';
import { findFall } from '../statistics/bernoulli-cusum.ts';
import { quotesOf } from './quotes.ts';
import { about, type Rule, readersOf } from './rule.ts';
import { helpfulFigure, percent, shareInWords } from './share-in-words.ts';

/**
 * The article helps a smaller share of its readers than it used to, although its text has stayed the same.
 *
 * Why: what the article is about has changed, not the article: a release moved a button, a price rose, a link leads
 * elsewhere, or other readers come.
 *
 * To mend: look at what changed at about that day, then bring the article up to date. The comments since then are
 * quoted.
 *
 * The share must have fallen by about 20 points (`limits.fall` in site.yaml), and the day is the likeliest one. It
 * takes 30 votes before that day and votes of several days after it, so that one bad day is no fall. Spelling and
 * formatting may change in between. A share that rises again is told no more.
 *
 * @example
 * // 80 yes and 20 no until 3 May, 22 yes and 28 no from 4 May on
 * 'Until 2026-05-04 it helped 80 of 100 readers who voted: 80 %. Since then, with no change to what it says, ' +
 *   '22 of 50 readers who voted: 44 % (probably 31 to 58 % of all readers).'
 */
export const fell: Rule = {
  name: 'fell',
  summary: 'It helps fewer readers than it used to, although its text stayed the same.',
  rests: 'votes',
  needs: ['votes'],
  find: (context) =>
    context.articles.flatMap((article) => {
      const days = context.current.get(article.path)?.days ?? [];
      const fall = findFall(days, context.site.limits.fall);
      if (!fall) return [];
      const [before, after] = [helpfulFigure(fall.before), helpfulFigure(fall.after)];
      return {
        ...about(article),
        rule: fell.name,
        severity: 'warning',
        message:
          `Until ${fall.since} it helped ${fall.before.helpful} of ${before.of} readers who voted: ` +
          `${percent(before.value)} %. Since then, with no change to what it says, ${shareInWords(fall.after)}.`,
        hint: `See what has changed around it since about ${fall.since}, and bring it up to date.`,
        // Of its readers, so many as the share fell by would have been helped before.
        impact: Math.max(0, before.value - after.value) * readersOf(article, context),
        since: fall.since,
        figure: after,
        comments: quotesOf(
          article,
          context,
          ({ helpful, received }) => !helpful && dayOf(received) >= fall.since,
        ),
      };
    }),
};
