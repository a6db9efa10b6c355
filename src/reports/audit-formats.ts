import { auditPage } from './audit-page/audit-page.ts';
import type { AuditReport } from './audit-report.ts';
import { findingsCsv } from './findings-csv.ts';
import { findingsGithub } from './findings-github.ts';
import { findingsJson } from './findings-json.ts';
import { findingsMarkdown } from './findings-markdown.ts';
import { findingsSarif } from './findings-sarif.ts';
import { findingsText } from './findings-text.ts';
import type { Terminal } from './terminal.ts';

/** How the audit can be printed: for people, for other programs, for a forge. */
export const AUDIT_FORMATS = ['text', 'json', 'markdown', 'sarif', 'github', 'csv', 'html'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

/** How a report is written in a format. A new one is one file and one line here. */
const WRITERS: Record<AuditFormat, (report: AuditReport, terminal?: Terminal) => string> = {
  text: ({ findings, folder }, terminal) => findingsText(findings, { folder, terminal }),
  json: ({ findings }) => findingsJson(findings),
  markdown: findingsMarkdown,
  sarif: findingsSarif,
  github: findingsGithub,
  csv: findingsCsv,
  html: auditPage,
};

/**
 * The report in a format, as it is to be printed: with a line break at its end, unless it is empty. The same report
 * gives the same bytes.
 *
 * @param terminal Where a person reads it; only `text` looks different there.
 */
export function renderAudit(format: AuditFormat, report: AuditReport, terminal?: Terminal): string {
  const text = WRITERS[format](report, terminal);
  return text && text + (format === 'csv' ? '\r\n' : '\n');
}
