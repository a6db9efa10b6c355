import { type Day, dayOf } from '../calendar.ts';
import type { Reason, StoredVote } from '../feedback.ts';
import { newcombe } from '../statistics/newcombe.ts';
import type { Interval } from '../statistics/wilson.ts';
import { type Share, type ShareChange, shareOf } from './share.ts';

/** What an edit did to the share of readers whom the article helped. */
export interface EditEffect extends Interval {
  /** New share minus old share, from -1 to 1, with its Newcombe interval (95 %). */
  difference: number;
  verdict: 'helped' | 'hurt' | 'too-few-votes';
}

/** Votes on one wording of an article. */
export interface RevisionFigures {
  revision: string;
  /** Days of the first and the last vote on it. */
  from: Day;
  to: Day;
  votes: number;
  helpful?: Share;
  /** Against the wording before; missing for the first one, and where either has too few votes to be shown. */
  effect?: EditEffect;
}

/** One article in one language, all its wordings together and each by itself. */
export interface ArticleFigures {
  article: string;
  locale: string;
  views: number;
  votes: number;
  helpful?: Share;
  change?: ShareChange;
  /** Why it did not help, as far as readers say; empty where there is no share. */
  reasons: Partial<Record<Reason, number>>;
  /** The oldest first, by their first vote: each but the first is an edit, with what came before and after. */
  revisions: RevisionFigures[];
}

interface RevisionCount {
  votes: number;
  helpful: number;
  first: number;
  last: number;
}

interface ArticleCount {
  article: string;
  locale: string;
  views: number;
  reasons: Partial<Record<Reason, number>>;
  revisions: Map<string, RevisionCount>;
}

/** Counts votes and views of each article one at a time. */
export class ArticleTally {
  readonly #articles = new Map<string, ArticleCount>();

  addVote({ article, locale, revision, helpful, reason, received }: StoredVote): void {
    const counts = this.#countsOf(article, locale);
    const time = received.getTime();
    let count = counts.revisions.get(revision);
    if (!count) {
      count = { votes: 0, helpful: 0, first: time, last: time };
      counts.revisions.set(revision, count);
    }
    count.votes += 1;
    if (helpful) count.helpful += 1;
    count.first = Math.min(count.first, time);
    count.last = Math.max(count.last, time);
    if (reason && !helpful) counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
  }

  addView(article: string, locale: string): void {
    this.#countsOf(article, locale).views += 1;
  }

  /** The least helpful first: by the upper bound of the helpful share; articles without a share come last, by name. */
  figures(): ArticleFigures[] {
    return [...this.#articles.values()]
      .map(figuresOf)
      .sort(
        (a, b) =>
          (a.helpful?.high ?? 2) - (b.helpful?.high ?? 2) ||
          (a.article < b.article ? -1 : a.article > b.article ? 1 : 0) ||
          (a.locale < b.locale ? -1 : 1),
      );
  }

  #countsOf(article: string, locale: string): ArticleCount {
    const key = `${locale} ${article}`;
    let counts = this.#articles.get(key);
    if (!counts) {
      counts = { article, locale, views: 0, reasons: {}, revisions: new Map() };
      this.#articles.set(key, counts);
    }
    return counts;
  }
}

function figuresOf({ article, locale, views, reasons, revisions }: ArticleCount): ArticleFigures {
  let votes = 0;
  let helpful = 0;
  for (const count of revisions.values()) {
    votes += count.votes;
    helpful += count.helpful;
  }
  const share = shareOf(helpful, votes);
  return {
    article,
    locale,
    views,
    votes,
    helpful: share,
    reasons: share ? reasons : {},
    revisions: revisionFigures(revisions),
  };
}

function revisionFigures(revisions: ReadonlyMap<string, RevisionCount>): RevisionFigures[] {
  const inOrder = [...revisions].sort(([a, one], [b, other]) => one.first - other.first || (a < b ? -1 : 1));
  let before: Share | undefined;
  return inOrder.map(([revision, { votes, helpful: count, first, last }]) => {
    const helpful = shareOf(count, votes);
    const effect = before && helpful && effectOf(before, helpful);
    before = helpful;
    return {
      revision,
      from: dayOf(new Date(first)),
      to: dayOf(new Date(last)),
      votes,
      helpful,
      ...(effect && { effect }),
    };
  });
}

function effectOf(before: Share, after: Share): EditEffect {
  const { low, high } = newcombe(
    { successes: after.count, trials: after.of },
    { successes: before.count, trials: before.of },
  );
  const verdict = low > 0 ? 'helped' : high < 0 ? 'hurt' : 'too-few-votes';
  return { difference: after.share - before.share, low, high, verdict };
}
