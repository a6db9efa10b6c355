import { type Day, dayOf } from '../calendar.ts';
import { REASONS, type Reason, type StoredVote } from '../feedback.ts';
import type { Newest } from './newest.ts';
import { changeOf, type Share, type ShareChange } from './share.ts';
import { SMALLEST_GROUP } from './small-groups.ts';
import type { SharePoint, Trend } from './trend.ts';
import type { VoteGroups } from './vote-groups.ts';

/** Most comments that a report quotes. */
export const MOST_COMMENTS = 100;

export interface ReasonFigure {
  reason: Reason;
  count: number;
  /** Among the votes that give a reason, from 0 to 1. */
  share: number;
}

/** What a reader wrote with a vote. */
export interface Comment {
  text: string;
  day: Day;
  article: string;
  locale: string;
  helpful: boolean;
  reason?: Reason;
}

export interface VoteFigures {
  total: number;
  helpful?: Share;
  change?: ShareChange;
  /** Missing where too few voted for a trend. */
  trend?: Trend<SharePoint>;
  /** How many of the votes that say "no" say why; missing where these are too few to be shown. */
  withReason?: number;
  /** The most frequent first; empty where too few gave one. */
  reasons: ReasonFigure[];
  comments: { total: number; newest: Comment[] };
}

/** What vote figures are made of. */
export interface VoteCounts {
  groups: VoteGroups;
  before: VoteGroups;
  reasons: ReadonlyMap<Reason, number>;
  comments: Newest<Comment>;
}

export function voteFigures({ groups, before, reasons, comments }: VoteCounts): VoteFigures {
  const withReason = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  const helpful = groups.share([]);
  const change = changeOf(helpful, before.share([]));
  return {
    total: groups.total([]),
    helpful,
    ...(change && { change }),
    ...(groups.steps && { trend: groups.steps.trend }),
    ...(withReason >= SMALLEST_GROUP && { withReason }),
    reasons: withReason < SMALLEST_GROUP ? [] : byFrequency(reasons, withReason),
    comments: { total: comments.total, newest: comments.list() },
  };
}

/** A vote with a comment, as it may be quoted. */
export function commentOf({
  comment: text = '',
  article,
  locale,
  helpful,
  reason,
  received,
}: StoredVote): Comment {
  return { text, day: dayOf(received), article, locale, helpful, ...(!helpful && reason && { reason }) };
}

function byFrequency(reasons: ReadonlyMap<Reason, number>, all: number): ReasonFigure[] {
  return REASONS.map((reason) => {
    const count = reasons.get(reason) ?? 0;
    return { reason, count, share: count / all };
  }).sort((a, b) => b.count - a.count);
}
