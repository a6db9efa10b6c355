import { type Day, dayOf } from '../calendar.ts';
import { REASONS, type Reason, type StoredVote } from '../feedback.ts';
import type { Newest } from './newest.ts';
import { mondayOf, weekOfDay } from './period.ts';
import { changeOf, type Share, type ShareChange, shareOf } from './share.ts';
import { SMALLEST_GROUP } from './small-groups.ts';
import type { SharePoint, Trend } from './trend.ts';
import type { VoteGroups } from './vote-groups.ts';
import type { VoteTable } from './vote-table.ts';

/** Most comments that a report quotes. */
export const MOST_COMMENTS = 100;

/** Votes of one week. */
export interface VoteWeek {
  /** The Monday with which it begins, in UTC. */
  week: Day;
  votes: number;
  helpful?: Share;
}

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
  /** Every week from the first vote to the last, those without votes too. */
  weeks: VoteWeek[];
  /** How many of the votes that say "no" say why; missing where these are too few to be shown. */
  withReason?: number;
  /** The most frequent first; empty where too few gave one. */
  reasons: ReasonFigure[];
  comments: { total: number; newest: Comment[] };
}

/** What vote figures are made of. */
export interface VoteCounts {
  votes: VoteTable;
  groups: VoteGroups;
  before: VoteGroups;
  reasons: ReadonlyMap<Reason, number>;
  comments: Newest<Comment>;
}

export function voteFigures({ votes, groups, before, reasons, comments }: VoteCounts): VoteFigures {
  const withReason = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  const helpful = groups.share([]);
  const change = changeOf(helpful, before.share([]));
  return {
    total: votes.total,
    helpful,
    ...(change && { change }),
    ...(groups.steps && { trend: groups.steps.trend }),
    weeks: everyWeek(votesByWeek(votes)),
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

function votesByWeek(votes: VoteTable): Map<number, { votes: number; helpful: number }> {
  const weeks = new Map<number, { votes: number; helpful: number }>();
  for (const mark of votes.inOrder().mark) {
    const number = weekOfDay(mark >> 1);
    const week = weeks.get(number) ?? { votes: 0, helpful: 0 };
    week.votes += 1;
    week.helpful += mark & 1;
    weeks.set(number, week);
  }
  return weeks;
}

function everyWeek(weeks: ReadonlyMap<number, { votes: number; helpful: number }>): VoteWeek[] {
  if (weeks.size === 0) return [];
  const numbers = [...weeks.keys()].sort((a, b) => a - b);
  const first = numbers[0] ?? 0;
  const last = numbers.at(-1) ?? first;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const { votes, helpful } = weeks.get(first + index) ?? { votes: 0, helpful: 0 };
    return { week: mondayOf(first + index), votes, helpful: shareOf(helpful, votes) };
  });
}

function byFrequency(reasons: ReadonlyMap<Reason, number>, all: number): ReasonFigure[] {
  return REASONS.map((reason) => {
    const count = reasons.get(reason) ?? 0;
    return { reason, count, share: count / all };
  }).sort((a, b) => b.count - a.count);
}
