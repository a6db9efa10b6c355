import { ASIDE, type Aside, type AsideSummary } from './feedback.ts';
import { listed } from './rules/listed.ts';

const REASONS: Readonly<Record<Aside, (count: number) => string>> = {
  repeat: (count) => `${count} more of the same from one place`,
  bot: (count) => `${count} by programs`,
  payload: (count) => `${count} from made-up addresses`,
  unproven: (count) => `${count} without the proof of work that was asked for`,
};

/**
 * How many of these votes were set aside, and why; empty where none was.
 *
 * @example votesAside(rows) // '37 recent votes were set aside: 35 more of the same from one place and 2 by programs.'
 */
export function votesAside(rows: readonly AsideSummary[]): string {
  const votes = rows.filter(({ kind }) => kind === 'vote');
  const all = sum(votes);
  if (all === 0) return '';
  const reasons = ASIDE.flatMap((reason) => {
    const count = sum(votes.filter((row) => row.reason === reason));
    return count > 0 ? [REASONS[reason](count)] : [];
  });
  const were = all === 1 ? 'recent vote was' : 'recent votes were';
  return `${all} ${were} set aside: ${listed(reasons)}.`;
}

function sum(rows: readonly AsideSummary[]): number {
  return rows.reduce((all, { count }) => all + count, 0);
}
