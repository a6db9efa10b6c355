import { editVerdict } from '../statistics/edit-verdict.ts';
import { quotesOf } from './quotes.ts';
import { about, type Rule, readersOf } from './rule.ts';
import { helpfulFigure, percent } from './share-in-words.ts';

/**
 * Since its last change of substance the article helps a smaller share of its readers than it did before.
 *
 * Why: an edit that was meant well may have left out what readers needed. While it is fresh, it is easy to see
 * what that was, and to bring it back.
 *
 * To mend: look at what the edit changed, bring back what helped, and keep what was right about the edit. The votes
 * on the text after it are counted anew.
 *
 * Both texts need at least 20 votes; of falls from 80 to 60 %, four in five are found after 50. An edit that did no
 * harm may be named for a while until more votes come in. `limits.changeConfidence` in site.yaml says how sure the
 * audit has to be. Corrected spelling and formatting are no change of substance.
 *
 * @example
 * // 80 yes and 20 no before the edit, 28 yes and 22 no since
 * 'Before the edit of 2026-05-04 ("Shorten the steps") it helped 80 of 100 readers who voted: 80 %. ' +
 *   'Since then 28 of 50: 56 %. That is 24 points less (probably 11 to 37).'
 */
export const gotWorse: Rule = {
  name: 'got-worse',
  summary: 'It helps fewer readers since its last change of substance.',
  rests: 'votes',
  needs: ['votes', 'history'],
  find: (context) =>
    context.articles.flatMap((article) => {
      const series = context.series.get(article.path);
      if (!series?.before) return [];
      const [before, after] = [helpfulFigure(series.before.feedback), helpfulFigure(series.current.feedback)];
      const { verdict, change, interval } = editVerdict(
        series.before.feedback,
        series.current.feedback,
        context.site.limits.changeConfidence,
      );
      if (verdict !== 'hurt' || change === undefined) return [];
      const edit = series.current.versions.at(-1)?.commit;
      return {
        ...about(article),
        rule: gotWorse.name,
        severity: 'warning',
        message:
          `Before the ${edit ? `edit of ${edit.day} ("${edit.subject}")` : 'edit that is not committed yet'} ` +
          `it helped ${series.before.feedback.helpful} of ${before.of} readers who voted: ${percent(before.value)} %. ` +
          `Since then ${series.current.feedback.helpful} of ${after.of}: ${percent(after.value)} %. ` +
          `That is ${percent(-change)} points less (probably ${percent(-interval.high)} to ${percent(-interval.low)}).`,
        hint: `${edit ? `See what it changed with \`git show ${edit.hash.slice(0, 10)}\`` : 'See what it changed'}, and bring back what helped.`,
        // Of the readers since the edit, so many as the share fell by would have been helped before it.
        impact: -change * readersOf(article, context),
        since: edit?.day ?? series.current.feedback.days[0]?.day,
        figure: after,
        comments: quotesOf(article, context),
      };
    }),
};
