import type { RevisionFeedback, VoteDay } from '../audit-feedback/audit-feedback.ts';
import type { Day } from '../calendar.ts';
import { REASONS } from '../feedback.ts';

/**
 * Parts what readers said of a text into what they said up to a day, that day included, and what they said after
 * it. Reasons and views are not kept by day: they are parted as the votes are, in whole numbers.
 */
export function partedAfter(
  feedback: RevisionFeedback,
  day: Day,
): { until: RevisionFeedback; after: RevisionFeedback } {
  const early = feedback.days.filter((one) => one.day <= day);
  const late = feedback.days.filter((one) => one.day > day);
  const helpful = sumOf(late, 'helpful');
  const unhelpful = sumOf(late, 'unhelpful');
  const all = feedback.helpful + feedback.unhelpful;
  const share = all > 0 ? (helpful + unhelpful) / all : 0;
  const reasons: RevisionFeedback['reasons'] = {};
  const otherReasons: RevisionFeedback['reasons'] = {};
  for (const reason of REASONS) {
    const given = feedback.reasons[reason] ?? 0;
    const later = Math.round(given * share);
    if (later > 0) reasons[reason] = later;
    if (given > later) otherReasons[reason] = given - later;
  }
  const views = Math.round(feedback.views * share);
  const { article, locale, revision } = feedback;
  return {
    until: {
      article,
      locale,
      revision,
      helpful: feedback.helpful - helpful,
      unhelpful: feedback.unhelpful - unhelpful,
      reasons: otherReasons,
      views: feedback.views - views,
      ...(early.length > 0 && { firstVote: feedback.firstVote, lastVote: startOf(early.at(-1)) }),
      days: early,
    },
    after: {
      article,
      locale,
      revision,
      helpful,
      unhelpful,
      reasons,
      views,
      ...(late.length > 0 && { firstVote: startOf(late[0]), lastVote: feedback.lastVote }),
      days: late,
    },
  };
}

function sumOf(days: readonly VoteDay[], votes: 'helpful' | 'unhelpful'): number {
  return days.reduce((sum, day) => sum + day[votes], 0);
}

function startOf(day: VoteDay | undefined): Date | undefined {
  return day && new Date(`${day.day}T00:00:00Z`);
}
