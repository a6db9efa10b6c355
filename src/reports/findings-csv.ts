import type { Finding } from '../core/finding.ts';
import { categoryOf, roundedImpact } from '../core/findings-document.ts';
import { manyLines, oneLine } from '../core/quoting/safe-text.ts';
import type { AuditReport } from './audit-report.ts';

/** Spreadsheets take a file without it for one in the letters of the system: ü would become Ã¼. */
const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet takes for the beginning of a formula, in full width too (OWASP, "CSV injection"). */
const FORMULA = /^\s*[=+\-@＝＋－＠\t]/;

type Cell = string | number | boolean | undefined;

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
 * Findings for a spreadsheet (RFC 4180, UTF-8 with a byte order mark): a line of headings, then one row each. Numbers
 * stay numbers; a text that would be a formula gets a `'` in front. Comments stand in one cell, one a line.
 */
export function findingsCsv({ findings }: AuditReport): string {
  const rows = findings.map((finding, index) =>
    Object.values(COLUMNS).map((read) => read(finding, index + 1)),
  );
  return BYTE_ORDER_MARK + [Object.keys(COLUMNS), ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
}

function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = manyLines(value).join('\n');
  const defused = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

/** To a hundredth of a percent, which is finer than any of these figures is known. */
function rounded(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.round(share * 10_000) / 10_000;
}
