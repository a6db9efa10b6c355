import { dayNames } from '../audit-feedback/vote-days.ts';
import type { Day } from '../calendar.ts';
import type { Reason } from '../feedback.ts';
import { newcombe } from '../statistics/newcombe.ts';
import type { Interval } from '../statistics/wilson.ts';
import { compareText } from '../text-order.ts';
import { judgedTogether } from './judged-together.ts';
import { changeOf, type Share, type ShareChange } from './share.ts';
import type { ViewsAndReasons } from './views-and-reasons.ts';
import type { VoteGroups } from './vote-groups.ts';
import type { TextSums } from './vote-table.ts';

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

type Sums = Pick<TextSums, 'votes' | 'helpful' | 'firstDay' | 'lastDay'>;

interface ArticleSums {
  article: string;
  locale: string;
  views: number;
  reasons: Partial<Record<Reason, number>>;
  revisions: Map<string, Sums>;
}

/**
 * The figures of all articles that were read or voted on, the least helpful first: by the upper bound of the helpful
 * share; articles without a share come last, by name.
 *
 * @param groups Says which shares may be shown.
 * @param before The votes of the period before.
 */
export function articleFigures(
  sums: readonly TextSums[],
  others: readonly ViewsAndReasons[],
  groups: VoteGroups,
  before: VoteGroups,
): ArticleFigures[] {
  const articles = new Map<string, ArticleSums>();
  const nameOf = dayNames();
  const sumsOf = (article: string, locale: string) => {
    const key = `${locale} ${article}`;
    const known = articles.get(key) ?? { article, locale, views: 0, reasons: {}, revisions: new Map() };
    articles.set(key, known);
    return known;
  };
  for (const { article, locale, views, reasons } of others) {
    const known = sumsOf(article, locale);
    known.views = views;
    known.reasons = reasons;
  }
  for (const text of sums) {
    const { revisions } = sumsOf(text.article, text.locale);
    revisions.set(text.revision, together(text, revisions.get(text.revision)));
  }
  const figures = [...articles.values()].map((article) => figuresOf(article, groups, before, nameOf));
  return judgedTogether(figures).sort(
    (a, b) =>
      (a.helpful?.high ?? 2) - (b.helpful?.high ?? 2) ||
      compareText(a.article, b.article) ||
      compareText(a.locale, b.locale),
  );
}

function together({ votes, helpful, firstDay, lastDay }: Sums, other: Sums | undefined): Sums {
  if (!other) return { votes, helpful, firstDay, lastDay };
  return {
    votes: votes + other.votes,
    helpful: helpful + other.helpful,
    firstDay: Math.min(firstDay, other.firstDay),
    lastDay: Math.max(lastDay, other.lastDay),
  };
}

function figuresOf(
  { article, locale, views, reasons, revisions }: ArticleSums,
  groups: VoteGroups,
  before: VoteGroups,
  nameOf: (day: number) => Day,
): ArticleFigures {
  const path = groups.pathOf(article, locale);
  const helpful = groups.share(path);
  const change = changeOf(helpful, before.share(path));
  return {
    article,
    locale,
    views,
    votes: groups.total(path),
    helpful,
    ...(change && { change }),
    reasons: helpful ? reasons : {},
    revisions: revisionFigures(revisions, (revision) => groups.share([...path, revision]), nameOf),
  };
}

function revisionFigures(
  revisions: ReadonlyMap<string, Sums>,
  shareOf: (revision: string) => Share | undefined,
  nameOf: (day: number) => Day,
): RevisionFigures[] {
  const inOrder = [...revisions].sort(
    ([a, one], [b, other]) =>
      one.firstDay - other.firstDay || one.lastDay - other.lastDay || compareText(a, b),
  );
  let before: Share | undefined;
  return inOrder.map(([revision, { votes, firstDay, lastDay }]) => {
    const helpful = shareOf(revision);
    const effect = before && helpful && effectOf(before, helpful);
    before = helpful;
    return {
      revision,
      from: nameOf(firstDay),
      to: nameOf(lastDay),
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
