import type { Finding } from '../core/finding.ts';

/**
 * Findings for other programs: `{ "version": 1, "findings": [...] }` in the order given. Every finding has every
 * key; what it does not say is `null`. The version rises when a key goes or changes its meaning.
 */
export function findingsJson(findings: readonly Finding[]): string {
  return JSON.stringify({ version: 1, findings: findings.map(inFull) }, null, 2);
}

function inFull(finding: Finding): Record<string, string | number | null> {
  return {
    rule: finding.rule,
    severity: finding.severity,
    article: finding.article ?? null,
    locale: finding.locale ?? null,
    file: finding.file,
    line: finding.line,
    message: finding.message,
    hint: finding.hint,
    owner: finding.owner ?? null,
    impact: finding.impact === undefined ? null : Math.round(finding.impact * 100) / 100,
    since: finding.since ?? null,
  };
}
