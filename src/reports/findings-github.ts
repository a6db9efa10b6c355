import type { Severity } from '../core/finding.ts';
import { oneLine } from '../core/quoting/safe-text.ts';
import type { AuditReport } from './audit-report.ts';
import { fileInRepository } from './file-in-repository.ts';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', hint: 'notice' };

/**
 * Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request: one command a
 * line, and nothing where there is no finding.
 *
 * @example '::warning file=content/en/billing/refund.md,line=4,title=review-due::The review of …'
 */
export function findingsGithub(report: AuditReport): string {
  return report.findings
    .map(({ rule, severity, file, line, message, hint, owner }) => {
      const properties = { file: fileInRepository(file, report), line, title: rule };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${property(`${value}`)}`);
      const text = `${message} ${hint}${owner ? ` (owner ${owner})` : ''}`;
      return `::${COMMANDS[severity]} ${list.join(',')}::${data(text)}`;
    })
    .join('\n');
}

/** As `escapeData` of GitHub's toolkit; a text of one line holds no CR and no LF that would need it. */
function data(text: string): string {
  return oneLine(text).replaceAll('%', '%25');
}

/** As `escapeProperty` of GitHub's toolkit. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
