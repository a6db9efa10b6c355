import betainc from '@stdlib/math-base-special-betainc';
import { fitBeta } from './beta-binomial.ts';
import type { Votes } from './votes.ts';

/** Where the list of unhelpful articles ends. */
export interface ListLimits {
  /** An article that helps a smaller share of its readers than this is unhelpful. */
  helpfulShare: number;
  /** Expected share of articles in the list that do not belong there. */
  falseShare: number;
}

/** An article of the list. */
export interface Unhelpful<Article extends Votes> {
  article: Article;
  /** Probability that it helps enough readers after all, given its votes and those of all others. */
  chanceFine: number;
}

/**
 * The articles that help too few of their readers, the surest first; on average at most `falseShare` of them
 * stand there wrongly. Empirical Bayes: what the votes on all articles say about articles in general
 * ({@link fitBeta}) is the prior for each; e = P(share >= limit | votes) by the Beta posterior; the list is the
 * longest beginning of all, sorted by e, whose mean e is at most `falseShare`. No article without votes is listed.
 *
 * Efron, "Large-Scale Inference" (2010), chapter 5; the cut by the mean of e: Newton, Noueiry, Sarkar and
 * Ahlquist, Biostatistics 5 (2004), 155-176.
 */
export function unhelpfulList<Article extends Votes>(
  articles: readonly Article[],
  { helpfulShare, falseShare }: ListLimits,
): Unhelpful<Article>[] {
  const prior = fitBeta(articles);
  const sorted = articles
    .filter(({ helpful, unhelpful }) => helpful + unhelpful > 0)
    .map((article) => ({
      article,
      chanceFine: betainc(helpfulShare, prior.a + article.helpful, prior.b + article.unhelpful, true, true),
    }))
    .sort((one, other) => one.chanceFine - other.chanceFine);
  let sum = 0;
  const end = sorted.findIndex(({ chanceFine }, index) => {
    sum += chanceFine;
    return sum > falseShare * (index + 1);
  });
  return end === -1 ? sorted : sorted.slice(0, end);
}
