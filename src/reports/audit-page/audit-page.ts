import type { AuditReport } from '../audit-report.ts';

export function auditPage(_report: AuditReport): string {
  return '';
}
