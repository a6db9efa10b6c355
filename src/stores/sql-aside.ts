import type { Aside, AsideSummary, Submission } from '../core/feedback.ts';

const TABLES: Readonly<Record<Submission['type'], string>> = {
  vote: 'votes',
  answers: 'answers',
  signal: 'signals',
};

/**
 * Asks how much was set aside, by kind, article, language and reason, from indexes that hold nothing else.
 *
 * @param condition narrows it, e.g. `+received < $1`: the sign keeps SQLite from going through all that came in by then
 */
export function asideStatement(condition = 'true'): string {
  return Object.entries(TABLES)
    .map(
      ([kind, table]) => `
  SELECT '${kind}' AS kind, article, locale, aside AS reason, count(*) AS count
  FROM ${table} WHERE aside IS NOT NULL AND ${condition} GROUP BY article, locale, aside`,
    )
    .join(' UNION ALL');
}

/** What {@link asideStatement} gives. */
export interface AsideRow {
  kind: Submission['type'];
  article: string | null;
  locale: string;
  reason: Aside;
  count: number;
}

/** The row without what is missing. */
export function asideOf({ article, ...rest }: AsideRow): AsideSummary {
  return article === null ? rest : { ...rest, article };
}
