import { describe, expect, test } from 'vitest';
import { AUDIT_FORMATS, renderAudit } from '../../src/reports/audit-formats.ts';
import { anAuditReport, HOSTILE, READABILITY, SEARCH_GAP, saying, UNHELPFUL } from './an-audit-report.ts';

const FINDINGS = [UNHELPFUL, SEARCH_GAP, READABILITY];

describe.each(AUDIT_FORMATS)('the audit as %s', (format) => {
  test('is the same for the same report, and ends with one line break', () => {
    const once = renderAudit(format, anAuditReport(FINDINGS));
    expect(renderAudit(format, anAuditReport(structuredClone(FINDINGS)))).toBe(once);
    expect(once.slice(once.trimEnd().length)).toBe(format === 'csv' ? '\r\n' : '\n');
  });

  test('names every rule that speaks, in the order of the list', () => {
    const text = renderAudit(format, anAuditReport(FINDINGS.map((finding) => ({ ...finding, owner: 'a' }))));
    const body = format === 'html' ? text.slice(text.indexOf('<ol')) : text;
    const places = FINDINGS.map(({ message }) => body.indexOf(message.slice(0, 12)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('moves no cursor, turns no text around and gives no command, whatever readers wrote', () => {
    const text = renderAudit(format, anAuditReport(HOSTILE.map(saying)));
    expect(text.isWellFormed()).toBe(true);
    expect(text.replace(/\r\n|[\n\t]/g, '').match(/.{0,9}[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)).toBeNull();
    expect(text.match(/.{0,9}##\w*\[/)).toBeNull();
    const commands = text.split('\n').filter((line) => /^\s*::/.test(line));
    expect(commands).toHaveLength(format === 'github' ? HOSTILE.length : 0);
  });
});

test('GitHub is told nothing where there is nothing to tell', () => {
  expect(renderAudit('github', anAuditReport([]))).toBe('');
});

test('only the text knows of a terminal', () => {
  const report = anAuditReport(FINDINGS);
  const terminal = { columns: 90, colour: true };
  const different = AUDIT_FORMATS.filter(
    (format) => renderAudit(format, report, terminal) !== renderAudit(format, report),
  );
  expect(different).toEqual(['text']);
});
