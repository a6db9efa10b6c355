import type { AuditFeedback, RevisionFeedback, VoteDay } from './audit-feedback.ts';
import { dayNames } from './vote-days.ts';

/** Milliseconds. */
const A_DAY = 86_400_000;

/** Feedback as it goes from thread to thread: copying the days one by one would take longer than reading them. */
export interface PackedFeedback extends Omit<AuditFeedback, 'articles'> {
  articles: (Omit<RevisionFeedback, 'days'> & {
    /** For each day its number, counted from 1970, and how many it helped and did not. */
    days: Int32Array;
  })[];
}

export function packed({ articles, ...rest }: AuditFeedback): PackedFeedback {
  const numbers = new Map<string, number>();
  const numberOf = (day: string) => {
    const known = numbers.get(day) ?? Date.parse(`${day}T00:00:00Z`) / A_DAY;
    numbers.set(day, known);
    return known;
  };
  return {
    ...rest,
    articles: articles.map(({ days, ...revision }) => {
      const counts = new Int32Array(3 * days.length);
      for (const [index, { day, helpful, unhelpful }] of days.entries()) {
        counts[3 * index] = numberOf(day);
        counts[3 * index + 1] = helpful;
        counts[3 * index + 2] = unhelpful;
      }
      return { ...revision, days: counts };
    }),
  };
}

export function unpacked({ articles, ...rest }: PackedFeedback): AuditFeedback {
  const nameOf = dayNames();
  return {
    ...rest,
    articles: articles.map(({ days: counts, ...revision }) => {
      const days: VoteDay[] = [];
      for (let at = 0; at < counts.length; at += 3) {
        const [day, helpful = 0, unhelpful = 0] = [nameOf(counts[at] ?? 0), counts[at + 1], counts[at + 2]];
        days.push({ day, helpful, unhelpful });
      }
      return { ...revision, days };
    }),
  };
}
