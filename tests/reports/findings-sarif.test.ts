import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { findingsSarif } from '../../src/reports/findings-sarif.ts';
import { anAuditReport, HOSTILE, READABILITY, SEARCH_GAP, saying, UNHELPFUL } from './an-audit-report.ts';

const SCHEMA = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
// One pattern of the schema is none where `u` is set.
const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const isValid = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

const REPORT = anAuditReport([UNHELPFUL, SEARCH_GAP, READABILITY]);

// biome-ignore lint/suspicious/noExplicitAny: checked against the official schema
function logOf(...given: Parameters<typeof anAuditReport>): any {
  return JSON.parse(findingsSarif(anAuditReport(...given)));
}

function complaints(log: unknown): string[] {
  isValid(log);
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('SARIF', () => {
  test('fits the official schema, whatever readers wrote', () => {
    expect(complaints(JSON.parse(findingsSarif(REPORT)))).toEqual([]);
    expect(complaints(logOf([]))).toEqual([]);
    expect(complaints(logOf(HOSTILE.map(saying), { folder: '/srv/hîlfe/[x]' }))).toEqual([]);
  });

  test('would not fit it with a level that there is not: the schema is not a formality', () => {
    const log = JSON.parse(findingsSarif(REPORT));
    log.runs[0].results[0].level = 'fatal';
    expect(complaints(log)).toEqual(['/runs/0/results/0/level must be equal to one of the allowed values']);
  });

  test('says of each finding its rule, its level, where it is and what else is known', () => {
    expect(logOf([SEARCH_GAP]).runs[0].results).toEqual([
      {
        ruleId: 'search-gap',
        ruleIndex: 1,
        level: 'warning',
        message: {
          text: '31 readers searched for `money back` and found nothing. Add the line below to `synonyms.yaml`.',
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'content/synonyms.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 1 },
            },
          },
        ],
        partialFingerprints: {
          primaryLocationLineHash: '442293a182806ac1:1',
          'kundigFinding/v1': '442293a182806ac1:1',
        },
        properties: {
          locale: 'en',
          hint: 'Add the line below to `synonyms.yaml`.',
          impact: 31,
          proposal: { file: 'synonyms.yaml', text: 'en:\n  - [money back, refund]\n' },
        },
      },
    ]);
  });

  test('describes every rule, those too that are not in the list, with the severity that the site gives them', () => {
    const { site } = REPORT;
    const audit = { ...site.audit, severity: { unhelpful: 'error', 'search-gap': 'off' } } as const;
    const odd = { ...READABILITY, rule: 'unused-silence' };
    const { rules } = logOf([odd], { site: { ...site, audit } }).runs[0].tool.driver;
    expect(rules).toEqual([
      {
        id: 'unhelpful',
        shortDescription: { text: 'It helps too few of its readers.' },
        defaultConfiguration: { level: 'error' },
      },
      {
        id: 'search-gap',
        shortDescription: { text: 'Readers search for it in vain.' },
        defaultConfiguration: { enabled: false },
      },
      { id: 'readability', shortDescription: { text: 'It is hard to read.' } },
      { id: 'unused-silence', shortDescription: { text: 'unused-silence' } },
    ]);
  });

  test('keeps the fingerprint of a finding that moved to another line with other figures', () => {
    const prints = (...given: Parameters<typeof anAuditReport>) =>
      logOf(...given).runs[0].results.map(
        // biome-ignore lint/suspicious/noExplicitAny: a result of the log
        ({ partialFingerprints }: any) => partialFingerprints.primaryLocationLineHash,
      );
    const moved = {
      ...UNHELPFUL,
      line: 7,
      message: 'It helped 13 of 41.',
      impact: 3,
      severity: 'warning',
    } as const;
    expect(prints([moved])).toEqual(prints([UNHELPFUL]));
    expect(new Set(prints([UNHELPFUL, { ...UNHELPFUL, locale: 'de' }, READABILITY, SEARCH_GAP])).size).toBe(
      4,
    );
    // Two of the same rule on the same article are told apart by their place, whatever their rank.
    const [first, second] = [UNHELPFUL, { ...UNHELPFUL, line: 9 }];
    expect(prints([second, first])).toEqual([...prints([first, second])].reverse());
    expect(new Set(prints([first, second])).size).toBe(2);
  });

  test('names files as addresses, from the root of the repository or in full', () => {
    const uriOf = (file: string, given: object) =>
      logOf([{ ...UNHELPFUL, file }], given).runs[0].results[0].locations[0].physicalLocation
        .artifactLocation;
    expect(uriOf('de/büro/a b#1.md', { folder: './content/' })).toEqual({
      uri: 'content/de/b%C3%BCro/a%20b%231.md',
      uriBaseId: '%SRCROOT%',
    });
    expect(uriOf('a.md', { folder: '/srv/help', folderInRepository: '' })).toEqual({
      uri: 'a.md',
      uriBaseId: '%SRCROOT%',
    });
    expect(uriOf('a.md', { folder: '/srv/help' })).toEqual({ uri: 'file:///srv/help/a.md' });
    expect(uriOf('a.md', { folder: 'C:\\help' })).toEqual({ uri: 'file:///C:/help/a.md' });
    expect(uriOf('a.md', { folder: '.' })).toEqual({ uri: 'a.md', uriBaseId: '%SRCROOT%' });
  });

  test('escapes what would fill in or link something in a message', () => {
    const { text } = logOf([{ ...UNHELPFUL, message: 'A {0} and [a link](1) \\ here.', hint: '' }]).runs[0]
      .results[0].message;
    expect(text).toBe('A {{0}} and \\[a link\\](1) \\\\ here.');
  });
});
