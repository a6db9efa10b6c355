import type { AuditPeriod } from './audit-feedback.ts';

/**
 * The instants at which a period begins and ends, in milliseconds since 1970: `since` belongs to it, `before` is the
 * first that no longer does.
 */
export function boundsOf({ recentFrom, until }: AuditPeriod): { since: number; before: number } {
  return {
    since: Date.parse(`${recentFrom}T00:00:00Z`),
    before: Date.parse(`${until}T00:00:00Z`) + 86_400_000,
  };
}
