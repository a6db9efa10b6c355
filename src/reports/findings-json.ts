import type { Finding } from '../core/finding.ts';
import { findingsDocument } from '../core/findings-document.ts';
import { quietJson } from '../core/quoting/safe-text.ts';

/**
 * Findings for other programs: `{ "version": 1, "findings": [...] }` in the order given, as
 * `public/schemas/findings.schema.json` describes them.
 */
export function findingsJson(findings: readonly Finding[]): string {
  return quietJson(findingsDocument(findings));
}
