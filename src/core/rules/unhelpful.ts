import { dayOf } from '../calendar.ts';
import { REASONS, type Reason, type RevisionSummary } from '../feedback.ts';
import { isProvenUnhelpful } from '../statistics/e-process.ts';
import { judgeArticles } from '../statistics/unhelpful-list.ts';
import { quotesOf } from './quotes.ts';
import { REMEDIES } from './remedies.ts';
import { about, type Rule, readersOf } from './rule.ts';
import { figureOf, percent, shareInWords } from './share-in-words.ts';

/**
 * The votes on the present text say that it helps too few of its readers: fewer than `limits.helpfulShare` in
 * site.yaml. A warning is as sure as the work list allows (`limits.falseShare` of it may be wrong); an error is
 * proven, however often the audit has looked, so that `--fail-on error` may stop a build.
 *
 * Why: these articles send the most readers away without an answer.
 *
 * To mend: follow the most common reason, read the comments. New words begin a new count of votes.
 *
 * @example
 * // 12 yes and 28 no, 9 times with the reason "outdated"
 * 'It helped 12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers), where 60 % are wanted. ' +
 *   'Most common reason: out of date (9 of 14).'
 */
export const unhelpful: Rule = {
  name: 'unhelpful',
  rests: 'votes',
  needs: ['votes'],
  find: (context) => {
    const { helpfulShare } = context.site.limits;
    const voted = context.articles.flatMap((article) => {
      const summary = context.current.get(article.path);
      return summary ? [{ ...summary, subject: article }] : [];
    });
    return judgeArticles(voted, context.site.limits).flatMap(({ article: votes, chanceFine, listed }) => {
      const proven = isProvenUnhelpful(votes, helpfulShare);
      if (!listed && !proven) return [];
      const [reason, count, all] = mostCommon(votes.reasons);
      return {
        ...about(votes.subject),
        rule: unhelpful.name,
        severity: proven ? 'error' : 'warning',
        message:
          `It helped ${shareInWords(votes)}, where ${percent(helpfulShare)} % are wanted.` +
          (reason ? ` Most common reason: ${REMEDIES[reason].meaning} (${count} of ${all}).` : ''),
        hint: `${REMEDIES[reason ?? 'other'].hint}.`,
        impact: (1 - chanceFine) * readersOf(votes.subject, context),
        since: votes.firstVote && dayOf(votes.firstVote),
        figure: figureOf(votes),
        comments: quotesOf(votes.subject, context),
        ...(proven && { proven }),
      };
    });
  },
};

/** The reason that most readers gave, by how many of them, and how many gave any. */
function mostCommon(
  reasons: RevisionSummary['reasons'],
): [reason: Reason | undefined, count: number, all: number] {
  let best: Reason | undefined;
  let all = 0;
  for (const reason of REASONS) {
    all += reasons[reason] ?? 0;
    if ((reasons[reason] ?? 0) > (best ? (reasons[best] ?? 0) : 0)) best = reason;
  }
  return [best, best ? (reasons[best] ?? 0) : 0, all];
}
