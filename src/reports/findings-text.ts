import { type Finding, SEVERITIES } from '../core/finding.ts';
import { manyLines, oneLine } from '../core/quoting/safe-text.ts';
import { detailsOf, proposalHead, quoted } from './finding-details.ts';
import { findingsTable } from './findings-table.ts';
import { plural } from './plural.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  /** Folder that the files are in, as the reader would name it: it comes before each, so that editors open them. */
  folder?: string;
  /** Where a person reads it; without it, the text is one plain line a finding. */
  terminal?: Terminal;
}

/**
 * Findings for people, and a last line that counts them. In a terminal, a table as wide as the window: the
 * findings of a file stand together, files in the order of their first finding. Elsewhere one line for each,
 * in the order given, for `grep` and the logs of CI; below it, indented, what readers wrote and what to copy.
 */
export function findingsText(findings: readonly Finding[], { folder, terminal }: Options = {}): string {
  const inFolder = (file: string) => oneLine(folder ? `${folder.replace(/\/+$/, '')}/${file}` : file);
  const shown = findings.map((finding) => ({
    ...finding,
    file: inFolder(finding.file),
    message: oneLine(finding.message),
    hint: oneLine(finding.hint),
    owner: finding.owner && oneLine(finding.owner),
    proposal: finding.proposal && { ...finding.proposal, file: inFolder(finding.proposal.file) },
  }));
  const blocks = terminal ? findingsTable(shown, terminal) : shown.map(plainLines);
  return [...blocks, countInWords(findings)].join('\n');
}

/**
 * How many findings there are of each severity.
 *
 * @example '1 error, 2 warnings in 3 files.'
 */
export function countInWords(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing to mend.';
  const counts = SEVERITIES.map(
    (severity) => [findings.filter((one) => one.severity === severity).length, severity] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, severity]) => plural(count, severity));
  return `${counts.join(', ')} in ${plural(new Set(findings.map(({ file }) => file)).size, 'file')}.`;
}

function plainLines(finding: Finding): string {
  const { file, line, severity, rule, message, hint, owner, proposal } = finding;
  const details = [...(owner ? [`owner ${owner}`] : []), ...detailsOf(finding)].join(', ');
  return [
    `${file}:${line} ${severity} ${rule}: ${message} ${hint}${details && ` (${details})`}`,
    ...quoted(finding).map((quote) => `  ${quote}`),
    ...(proposal
      ? [`  ${proposalHead(proposal)}`, ...manyLines(proposal.text).map((part) => `    ${part}`)]
      : []),
  ].join('\n');
}
