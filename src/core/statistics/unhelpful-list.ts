import betainc from '@stdlib/math-base-special-betainc';
import { type Beta, fitBeta } from './beta-binomial.ts';
import type { Votes } from './votes.ts';

/** Where the list of unhelpful articles ends. */
export interface ListLimits {
  /** An article that helps a smaller share of its readers than this is unhelpful. */
  helpfulShare: number;
  /** Expected share of articles in the list that do not belong there. */
  falseShare: number;
}

/** What the votes say about one article. */
export interface Judgement<Article extends Votes> {
  article: Article;
  /** Probability that it helps enough readers, given its votes and those on all others. */
  chanceFine: number;
  /** Does it belong to the list of unhelpful articles? */
  listed: boolean;
}

/**
 * Judges all articles that have votes, the least helpful first. Those that are listed help too few of their
 * readers; on average at most `falseShare` of them stand there wrongly.
 *
 * Empirical Bayes: what the votes on all articles say about articles in general ({@link fitBeta}) is the prior
 * for each; e = P(share >= limit | votes) by its Beta posterior; the list is the longest beginning of all, sorted
 * by e, whose mean e is at most `falseShare`.
 *
 * Efron, "Large-Scale Inference" (2010), chapter 5; the cut by the mean of e: Newton, Noueiry, Sarkar and
 * Ahlquist, Biostatistics 5 (2004), 155-176.
 *
 * @param usual The prior on a site with too few articles to learn one from, as in {@link fitBeta}.
 */
export function judgeArticles<Article extends Votes>(
  articles: readonly Article[],
  { helpfulShare, falseShare }: ListLimits,
  usual?: Beta,
): Judgement<Article>[] {
  const prior = fitBeta(articles, usual);
  let sum = 0;
  return articles
    .filter(({ helpful, unhelpful }) => helpful + unhelpful > 0)
    .map((article) => ({
      article,
      chanceFine: betainc(helpfulShare, prior.a + article.helpful, prior.b + article.unhelpful, true, true),
    }))
    .sort((one, other) => one.chanceFine - other.chanceFine)
    .map((judgement, index) => {
      sum += judgement.chanceFine;
      return { ...judgement, listed: sum <= falseShare * (index + 1) };
    });
}
