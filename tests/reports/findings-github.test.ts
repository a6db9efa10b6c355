import { describe, expect, test } from 'vitest';
import { findingsGithub } from '../../src/reports/findings-github.ts';
import { anAuditReport, HOSTILE, READABILITY, SEARCH_GAP, saying, UNHELPFUL } from './an-audit-report.ts';

/** A command as the runner of GitHub Actions reads it. */
function commandIn(line: string) {
  const [, name, list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const properties = list.split(',').map((pair) => {
    const [key = '', ...value] = pair.split('=');
    return [key, unescaped(value.join('=').replaceAll('%3A', ':').replaceAll('%2C', ','))];
  });
  return { name, properties: Object.fromEntries(properties), message: unescaped(data) };
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

describe('annotations of GitHub', () => {
  test('are one command a finding: an error, a warning or a notice', () => {
    expect(findingsGithub(anAuditReport([UNHELPFUL, SEARCH_GAP, READABILITY])).split('\n')).toEqual([
      '::error file=content/en/billing/refund.md,line=2,title=unhelpful::It helped 12 of 40 readers who voted: ' +
        '30 %25 (probably 18 to 45 %25 of all readers). Compare it with the product as it is today. (owner billing-team)',
      '::warning file=content/synonyms.yaml,line=1,title=search-gap::31 readers searched for `money back` and found ' +
        'nothing. Add the line below to `synonyms.yaml`.',
      '::notice file=content/de/billing/refund.md,line=14,title=readability::Its sentences have 27 words on average. ' +
        'Split the longest ones. (owner übersetzung)',
    ]);
  });

  test('are nothing where there is no finding', () => {
    expect(findingsGithub(anAuditReport([]))).toBe('');
  });

  test('name the file as the repository does, whatever is in its name', () => {
    const odd = { ...UNHELPFUL, file: 'en/a,b/50%:x.md' };
    const [line = ''] = findingsGithub(
      anAuditReport([odd], { folder: '../x', folderInRepository: 'docs/help' }),
    ).split('\n');
    expect(line).toContain('file=docs/help/en/a%2Cb/50%25%3Ax.md,line=2,');
    expect(commandIn(line).properties.file).toBe('docs/help/en/a,b/50%:x.md');
  });

  test('stay the commands that they are, whatever readers wrote', () => {
    const lines = findingsGithub(anAuditReport(HOSTILE.map(saying))).split('\n');
    expect(lines).toHaveLength(HOSTILE.length);
    for (const line of lines) {
      const { name, properties, message } = commandIn(line);
      expect([name, properties]).toEqual([
        'error',
        { file: 'content/en/billing/refund.md', line: '2', title: 'unhelpful' },
      ]);
      expect(message).toMatch(/^Readers wrote /);
      expect(message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }
    expect(commandIn(lines[HOSTILE.indexOf('%0A::warning::z')] ?? '').message).toContain('%0A::warning::z');
  });
});
