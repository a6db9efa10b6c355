import { createHash } from 'node:crypto';
import { byPlace, type Finding, type Severity } from '../core/finding.ts';
import { findingInFull } from '../core/findings-document.ts';
import { oneLine, quietJson } from '../core/quoting/safe-text.ts';
import type { AuditReport, RuleText } from './audit-report.ts';
import { fileInRepository } from './file-in-repository.ts';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', hint: 'note' };

/**
 * Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS), which forges and editors show beside the
 * text. A finding keeps its fingerprint from run to run, wherever in the file it stands and whatever its figures are.
 */
export function findingsSarif(report: AuditReport): string {
  const rules = rulesOf(report);
  const places = new Map(rules.map(({ name }, index) => [name, index]));
  const fingerprints = fingerprintsOf(report.findings);
  const results = report.findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: places.get(finding.rule),
    level: LEVELS[finding.severity],
    message: { text: messageText(`${finding.message} ${finding.hint}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locationOf(fileInRepository(finding.file, report)),
          region: { startLine: finding.line },
        },
      },
    ],
    partialFingerprints: fingerprints.get(finding),
    properties: propertiesOf(finding),
  }));
  return quietJson({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Kundig', rules: rules.map((rule) => descriptor(rule, report)) } },
        automationDetails: { id: 'kundig/audit/' },
        results,
      },
    ],
  });
}

/** Those of the audit, then whatever else its findings name. */
function rulesOf({ rules, findings }: AuditReport): RuleText[] {
  const known = new Set(rules.map(({ name }) => name));
  const others = new Set(findings.map(({ rule }) => rule).filter((name) => !known.has(name)));
  return [...rules, ...[...others].map((name) => ({ name, summary: name }))];
}

/** A level is said only where the site sets one: of most rules, each finding has its own. */
function descriptor({ name, summary }: RuleText, { site }: AuditReport) {
  const set = site.audit.severity[name];
  return {
    id: name,
    shortDescription: { text: messageText(summary) },
    ...(set && { defaultConfiguration: set === 'off' ? { enabled: false } : { level: LEVELS[set] } }),
  };
}

/** A relative address begins at the root of the repository; a file anywhere else is named in full. */
function locationOf(path: string): { uri: string; uriBaseId?: string } {
  const uri = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  if (uri.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[a-z]%3A\//i.test(uri)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return { uri, uriBaseId: '%SRCROOT%' };
}

/** In messages, braces stand for what is filled in (3.11.5) and brackets for links (3.11.6). */
function messageText(text: string): string {
  return oneLine(text)
    .replace(/[{}]/g, '$&$&')
    .replace(/[\\[\]]/g, '\\$&');
}

/** Whatever else the finding says, without what it does not say. */
function propertiesOf(finding: Finding): Record<string, unknown> {
  const { rule: _, severity: __, file: ___, line: ____, message: _____, ...others } = findingInFull(finding);
  return Object.fromEntries(
    Object.entries(others).filter(([, value]) => value !== null && !isEmptyList(value)),
  );
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/**
 * What tells findings apart from run to run: rule, article and language, or the file where there is no article.
 * Several of the same are counted in the order of their place. GitHub reads `primaryLocationLineHash` only.
 */
function fingerprintsOf(findings: readonly Finding[]): Map<Finding, Record<string, string>> {
  const counts = new Map<string, number>();
  return new Map(
    [...findings].sort(byPlace).map((finding) => {
      const { rule, article, locale, file } = finding;
      const name = JSON.stringify(article ? [rule, article, locale] : [rule, file]);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const print = `${createHash('sha256').update(name).digest('hex').slice(0, 16)}:${count}`;
      return [finding, { primaryLocationLineHash: print, 'kundigFinding/v1': print }];
    }),
  );
}
