import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { categoryOf, findingsDocument, findingsDocumentSchema } from '../../src/core/findings-document.ts';
import { findingsJson } from '../../src/reports/findings-json.ts';
import { HOSTILE, READABILITY, SEARCH_GAP, saying, UNHELPFUL } from '../reports/an-audit-report.ts';

const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);
const isValid = ajv.compile(JSON.parse(readFileSync('public/schemas/findings.schema.json', 'utf8')));

/** What the published schema says against a document. */
function complaints(document: unknown): string[] {
  isValid(document);
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const ALL = [UNHELPFUL, SEARCH_GAP, READABILITY];

describe('the document of findings', () => {
  test('has every key, and null for what is not said', () => {
    expect(findingsDocument([SEARCH_GAP])).toEqual({
      version: 1,
      findings: [
        {
          rule: 'search-gap',
          severity: 'warning',
          article: null,
          locale: 'en',
          category: null,
          file: 'synonyms.yaml',
          line: 1,
          message: '31 readers searched for `money back` and found nothing.',
          hint: 'Add the line below to `synonyms.yaml`.',
          owner: null,
          impact: 31,
          since: null,
          figure: null,
          comments: [],
          proposal: { file: 'synonyms.yaml', text: 'en:\n  - [money back, refund]\n' },
          proven: null,
        },
      ],
    });
  });

  test('carries the figure, the comments and whether it is proven as they are', () => {
    const [finding] = findingsDocument([UNHELPFUL]).findings;
    expect(finding).toEqual({ ...UNHELPFUL, category: 'billing', proposal: null });
  });

  test('fits the schema that every site publishes, and the one in the code', () => {
    const document = JSON.parse(findingsJson([...ALL, ...HOSTILE.map(saying)]));
    expect(complaints(document)).toEqual([]);
    expect(findingsDocumentSchema.safeParse(document).error).toBeUndefined();
    expect(complaints(JSON.parse(findingsJson([])))).toEqual([]);
  });

  test('does not fit it with a key that is unknown, one that is missing, or a value that cannot be', () => {
    const [finding] = findingsDocument([UNHELPFUL]).findings;
    const complain = (change: object) => complaints({ version: 1, findings: [{ ...finding, ...change }] });
    expect(complain({ mood: 'bad' })).toEqual(['/findings/0 must NOT have additional properties']);
    expect(complain({ owner: undefined })).toEqual(["/findings/0 must have required property 'owner'"]);
    expect(complain({ line: 0 })).toEqual(['/findings/0/line must be >= 1']);
    expect(complain({ since: '2026-02-31' })[0]).toMatch(/^\/findings\/0\/since must match/);
    expect(complain({ severity: 'fatal' })).toEqual([
      '/findings/0/severity must be equal to one of the allowed values',
    ]);
    expect(complaints({ version: 2, findings: [] })).toEqual(['/version must be equal to constant']);
  });
});

test('a file is in the category of its folder, and a setting in none', () => {
  expect(
    ['en/billing/refund.md', 'de/abrechnung/index.md', 'en/index.md', 'site.yaml'].map(categoryOf),
  ).toEqual(['billing', 'abrechnung', undefined, undefined]);
});
