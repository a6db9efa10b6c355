import type { AuditReport } from './audit-report.ts';

export function findingsMarkdown(_report: AuditReport): string {
  return '';
}
