import type { Finding } from '../core/finding.ts';
import { categoryOf, roundedImpact } from '../core/findings-document.ts';
import { oneLine } from '../core/quoting/safe-text.ts';
import type { AuditReport } from './audit-report.ts';
import { type Cell, csv, rounded } from './csv.ts';

/** The columns, each with what stands in it. */
const COLUMNS: Readonly<Record<string, (finding: Finding, place: number) => Cell>> = {
  place: (_, place) => place,
  rule: ({ rule }) => rule,
  severity: ({ severity }) => severity,
  article: ({ article }) => article,
  locale: ({ locale }) => locale,
  category: ({ file }) => categoryOf(file),
  owner: ({ owner }) => owner,
  impact: ({ impact }) => (impact === undefined ? undefined : roundedImpact(impact)),
  since: ({ since }) => since,
  file: ({ file }) => file,
  line: ({ line }) => line,
  message: ({ message }) => message,
  hint: ({ hint }) => hint,
  share: ({ figure }) => rounded(figure?.value),
  share_low: ({ figure }) => rounded(figure?.low),
  share_high: ({ figure }) => rounded(figure?.high),
  share_of: ({ figure }) => figure?.of,
  proven: ({ proven }) => proven,
  comments: ({ comments = [] }) => comments.map(({ day, text }) => `${day}: ${oneLine(text)}`).join('\n'),
  proposal_file: ({ proposal }) => proposal?.file,
  proposal: ({ proposal }) => proposal?.text,
};

/**
 * Findings for a spreadsheet: a line of headings, then one row each. Comments stand in one cell, one a line.
 */
export function findingsCsv({ findings }: AuditReport): string {
  const rows = findings.map((finding, index) =>
    Object.values(COLUMNS).map((read) => read(finding, index + 1)),
  );
  return csv([Object.keys(COLUMNS), ...rows]);
}
