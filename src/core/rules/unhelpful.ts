import { dayOf } from '../calendar.ts';
import { REASONS, type Reason, type RevisionSummary } from '../feedback.ts';
import { isProvenUnhelpful } from '../statistics/e-process.ts';
import { independentVotes, sameDayLikeness } from '../statistics/same-day-votes.ts';
import { judgeArticles } from '../statistics/unhelpful-list.ts';
import type { Votes } from '../statistics/votes.ts';
import { quotesOf } from './quotes.ts';
import { REMEDIES } from './remedies.ts';
import { about, type Rule, readersOf } from './rule.ts';
import { helpfulFigure, percent, shareInWords } from './share-in-words.ts';

/**
 * The votes on the present text say that it helps too few of its readers: fewer than `limits.helpfulShare` in
 * site.yaml. A warning is as sure as the work list allows (`limits.falseShare` of it may be wrong); an error is
 * proven, however often the audit has looked, so that `--fail-on error` may stop a build.
 *
 * Why: these articles send the most readers away without an answer.
 *
 * To mend: follow the most common reason, read the comments. A change of what the article says begins a new count of
 * votes; formatting and spelling do not.
 *
 * Where the votes of one day are much alike, as when readers send each other or one reader votes again and again,
 * they count for fewer than there are.
 *
 * @example
 * // 12 yes and 28 no, 9 times with the reason "outdated"
 * 'It helped 12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers), where 60 % are wanted. ' +
 *   'Most common reason: out of date (9 of 14).'
 */
export const unhelpful: Rule = {
  name: 'unhelpful',
  summary: 'It helps too few of its readers.',
  rests: 'votes',
  proves: true,
  needs: ['votes'],
  find: (context) => {
    const { helpfulShare } = context.site.limits;
    const voted = context.articles.flatMap((article) => {
      const votes = context.current.get(article.path);
      return votes ? [{ article, votes }] : [];
    });
    const likeness = sameDayLikeness(voted.map(({ votes }) => votes));
    const weighed = voted.map((one) => ({ ...one, ...independentVotes(one.votes, likeness) }));
    return judgeArticles(weighed, context.site.limits).flatMap(({ article: one, chanceFine, listed }) => {
      const { article, votes } = one;
      const proven = isProvenUnhelpful(one, helpfulShare);
      if (!listed && !proven) return [];
      const [reason, count, all] = mostCommon(votes.reasons);
      return {
        ...about(article),
        rule: unhelpful.name,
        severity: proven ? 'error' : 'warning',
        message:
          `It helped ${shareInWords(votes)}, where ${percent(helpfulShare)} % are wanted.` +
          worthInWords(votes, one) +
          (reason ? ` Most common reason: ${REMEDIES[reason].meaning} (${count} of ${all}).` : ''),
        hint: `${REMEDIES[reason ?? 'other'].hint}.`,
        impact: (1 - chanceFine) * readersOf(article, context),
        since: votes.firstVote && dayOf(votes.firstVote),
        figure: helpfulFigure(votes),
        comments: quotesOf(article, context),
        ...(proven && { proven }),
      };
    });
  },
};

/** Says so where votes that repeat each other count for much less than there are. */
function worthInWords(votes: Votes, { helpful, unhelpful }: Votes): string {
  const worth = Math.round(helpful + unhelpful);
  if (worth > 0.8 * (votes.helpful + votes.unhelpful)) return '';
  return ` They count as ${worth} here: on this site, votes of the same day repeat each other.`;
}

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
