import { describe, expect, test } from 'vitest';
import { findingsCsv } from '../../src/reports/findings-csv.ts';
import { anAuditReport, HOSTILE, READABILITY, SEARCH_GAP, saying, UNHELPFUL } from './an-audit-report.ts';

const HEAD =
  'place,rule,severity,article,locale,category,owner,impact,since,file,line,message,hint,share,share_low,' +
  'share_high,share_of,proven,comments,proposal_file,proposal';

/** The cells of a file as RFC 4180 has them. */
function cellsIn(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}

describe('CSV', () => {
  test('has a line of headings, and a row of each finding with its numbers as numbers', () => {
    expect(findingsCsv(anAuditReport([UNHELPFUL, SEARCH_GAP, READABILITY]))).toBe(
      `\ufeff${[
        HEAD,
        '1,unhelpful,error,billing/refund,en,billing,billing-team,899.6,2026-05-04,en/billing/refund.md,2,' +
          'It helped 12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers).,' +
          'Compare it with the product as it is today.,0.3,0.1807,0.4543,40,true,' +
          '"2026-07-12: Step 3 is missing.\n2026-06-30: There is no such button.",,',
        '2,search-gap,warning,,en,,,31,,synonyms.yaml,1,31 readers searched for `money back` and found nothing.,' +
          'Add the line below to `synonyms.yaml`.,,,,,,,synonyms.yaml,"en:\n  - [money back, refund]"',
        '3,readability,hint,billing/refund,de,billing,übersetzung,0,,de/billing/refund.md,14,' +
          'Its sentences have 27 words on average.,Split the longest ones.,,,,,,,,',
      ].join('\r\n')}`,
    );
  });

  test('is the line of headings where there is no finding', () => {
    expect(findingsCsv(anAuditReport([]))).toBe(`\ufeff${HEAD}`);
  });

  test('keeps every cell in its place, and no cell is a formula, whatever readers wrote', () => {
    const rows = cellsIn(findingsCsv(anAuditReport(HOSTILE.map(saying))));
    expect(rows).toHaveLength(HOSTILE.length + 1);
    for (const row of rows) {
      expect(row).toHaveLength(21);
      for (const cell of row) {
        expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
        expect(cell).not.toMatch(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
      }
    }
  });

  test('puts a quotation mark before a formula, and into none before anything else', () => {
    const hints = ['=1+1', '+1', '-2', '@A1', '\t=1', '＝1', 'a=1', '"=1"', "'=1"];
    const rows = cellsIn(findingsCsv(anAuditReport(hints.map((hint) => ({ ...READABILITY, hint })))));
    expect(rows.slice(1).map((row) => row[12])).toEqual([
      "'=1+1",
      "'+1",
      "'-2",
      "'@A1",
      "'\t=1",
      "'＝1",
      'a=1',
      '"=1"',
      "'=1",
    ]);
  });

  test('keeps a text together that a spreadsheet would part at semicolons, with a formula behind one', () => {
    const hint = 'see;=1+1;';
    expect(findingsCsv(anAuditReport([{ ...READABILITY, hint }]))).toContain(`,"${hint}",`);
  });
});
