import type { RevisionFeedback, VoteDay } from '../audit-feedback/audit-feedback.ts';
import { REASONS } from '../feedback.ts';

/** What readers said of several texts, taken together as if they had been one. */
export function sumOfFeedback(
  { article, locale, revision }: Pick<RevisionFeedback, 'article' | 'locale' | 'revision'>,
  parts: readonly RevisionFeedback[],
): RevisionFeedback {
  const sum: RevisionFeedback = {
    article,
    locale,
    revision,
    helpful: 0,
    unhelpful: 0,
    reasons: {},
    views: 0,
    days: sumOfDays(parts),
  };
  for (const { helpful, unhelpful, reasons, views, firstVote, lastVote } of parts) {
    sum.helpful += helpful;
    sum.unhelpful += unhelpful;
    sum.views += views;
    for (const reason of REASONS) {
      if (reasons[reason]) sum.reasons[reason] = (sum.reasons[reason] ?? 0) + reasons[reason];
    }
    if (firstVote && !(sum.firstVote && sum.firstVote <= firstVote)) sum.firstVote = firstVote;
    if (lastVote && !(sum.lastVote && sum.lastVote >= lastVote)) sum.lastVote = lastVote;
  }
  return sum;
}

function sumOfDays(parts: readonly RevisionFeedback[]): VoteDay[] {
  const [only, another] = parts;
  if (only && !another) return only.days;
  const sums = new Map<string, VoteDay>();
  for (const { day, helpful, unhelpful } of parts.flatMap(({ days }) => days)) {
    const sum = sums.get(day) ?? { day, helpful: 0, unhelpful: 0 };
    sum.helpful += helpful;
    sum.unhelpful += unhelpful;
    sums.set(day, sum);
  }
  return [...sums.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}
